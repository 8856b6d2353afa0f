#include "cli/tally.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/console.h"
#include "cli/write_all.h"
#include "greffier/error.h"
#include "output/json.h"

namespace greffier {
namespace {

constexpr std::size_t kPlacesShown = 3;

std::string plural(std::uint64_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

AsideFile::AsideFile(const std::string& path) : path_(path) {
  if (path_.empty()) return;
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file_ < 0) throw Error(ErrorCode::io, fmt::format("{}: cannot be written: {}", path_, std::strerror(errno)));
}

AsideFile::~AsideFile() {
  if (file_ >= 0) ::close(file_);
}

void AsideFile::write(const AsideNote& note) {
  if (file_ < 0) return;
  std::string line;
  JsonWriter json(line);
  json.open('{');
  json.key("place").string(note.place);
  json.key("id").string_or_null(note.id);
  json.key("reason").string(note.reason);
  json.key("detail").string_or_null(note.detail);
  json.close('}');
  line.push_back('\n');
  if (!write_all(file_, line))
    throw Error(ErrorCode::io, fmt::format("{}: cannot be written: {}", path_, std::strerror(errno)));
}

void Tally::count_aside(const AsideNote& note) {
  ++aside_;
  Reason& reason = reasons_[note.reason];
  if (++reason.count <= kPlacesShown)
    reason.first.push_back(note.detail.empty() ? note.place : fmt::format("{}: {}", note.place, note.detail));
}

std::string Tally::summary() const {
  std::string out = fmt::format("{} read, {} set aside\n", plural(read_, "article"), aside_);
  if (repaired_ > 0)
    out += fmt::format("  {} repaired in {}: broken UTF-8 or NUL became U+FFFD\n", plural(repaired_, "byte"),
                       plural(repaired_articles_, "article"));
  for (const auto& [name, reason] : reasons_) {
    out += fmt::format("  {}: {}\n", plural(reason.count, "time"), name);
    for (const std::string& place : reason.first) out += fmt::format("    {}\n", place);
    if (reason.count > reason.first.size()) out += fmt::format("    … and {} more\n", reason.count - reason.first.size());
  }
  return out;
}

void Progress::step(std::uint64_t bytes, const Tally& tally) {
  done_ += bytes;
  const auto now = Clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line =
      fmt::format("\r\x1b[K{}, {:.0f} a second", plural(tally.seen(), "article"), static_cast<double>(tally.seen()) / seconds);
  if (tally.aside() > 0) line += fmt::format(", {} set aside", tally.aside());
  if (total_ > 0 && done_ > 0) {
    const double share = static_cast<double>(done_) / static_cast<double>(total_);
    line += fmt::format(", {:.0f} %, {} left", 100 * share, duration(seconds / share - seconds));
  }
  say(line);
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) say("\r\x1b[K");
  drawn_ = false;
}

}  // namespace greffier
