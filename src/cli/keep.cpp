// greffier keep: articles in, their records into a store.
#include <fmt/format.h>

#include <atomic>
#include <optional>
#include <unordered_set>
#include <vector>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/store_flags.h"
#include "greffier/error.h"

namespace greffier {
namespace {

constexpr unsigned kArticlesPerCommit = 50;

// Writes kArticlesPerCommit articles at once, so that a kill costs no more than these and another writer gets its turn.
class Keeper {
 public:
  explicit Keeper(const std::filesystem::path& path)
      : store_(path, Store::Access::write), known_prints_(store_.fingerprints()) {}

  void begin(const Pack& pack) { store_.read_by(pack); }

  // Called by many threads; only reads what was there at the start.
  bool is_new(const Article& article) {
    if (!known_prints_.contains(Store::fingerprint(article))) return true;
    ++known_;
    return false;
  }

  void take(Record&& record, const Article& article) { push({std::move(record), Store::fingerprint(article), std::nullopt}); }
  void aside(const AsideNote& note) { push({{}, {}, note}); }

  void finish(bool quiet, bool terminal) {
    write();
    if (kept_ + versions_ > 0 || !store_.compared()) {
      if (terminal && !quiet) say("comparing …");
      store_.compare();
      if (terminal && !quiet) say("\r\x1b[K");
    }
    if (quiet) return;
    say(fmt::format("greffier: {} kept, {} new versions, {} known, {} set aside; the store holds {} articles\n", kept_,
                    versions_, known_ + twice_, aside_, store_.article_count()));
  }

 private:
  struct Waiting {
    Record record;
    std::string print;
    std::optional<AsideNote> aside;
  };

  void push(Waiting&& item) {
    waiting_.push_back(std::move(item));
    if (waiting_.size() >= kArticlesPerCommit) write();
  }

  void write() {
    if (waiting_.empty()) return;
    store_.begin();
    for (const Waiting& item : waiting_) item.aside ? put_aside(*item.aside) : keep(item);
    store_.commit();
    waiting_.clear();
  }

  void keep(const Waiting& item) {
    const Keeping what = store_.keep(item.record, item.print);
    ++(what == Keeping::kept ? kept_ : what == Keeping::new_version ? versions_ : twice_);
  }

  void put_aside(const AsideNote& note) {
    store_.set_aside(note.place, note.id, note.detail.empty() ? note.reason : note.reason + ": " + note.detail);
    ++aside_;
  }

  Store store_;
  const std::unordered_set<std::string> known_prints_;
  std::atomic<std::size_t> known_{0};
  std::size_t kept_ = 0, versions_ = 0, twice_ = 0, aside_ = 0;
  std::vector<Waiting> waiting_;
};

int run(const Arguments& arguments, const Console& console) {
  Keeper keeper(store_path(arguments));
  const int status =
      for_each_article(arguments, console,
                       {.print = {},
                        .wanted = [&](const Article& article) { return keeper.is_new(article); },
                        .take = [&](Record&& record, const Article& article) { keeper.take(std::move(record), article); },
                        .aside = [&](const AsideNote& note) { keeper.aside(note); },
                        .begin = [&](const Pack& pack) { keeper.begin(pack); }});
  keeper.finish(arguments.has("--quiet"), console.errors_are_terminal);
  return status;
}

constexpr std::span<const Flag> kFlags[] = {kStoreFlags, kArticleFlags};

}  // namespace

constinit const Command kKeepCommand = {
    .name = "keep",
    .summary = "Read articles and keep their records in a store",
    .operands = "[FILE…]",
    .details =
        "The store is one SQLite file (docs/formats/store.md). What is kept already is known and passed over; the same id "
        "with\n"
        "another text is a new version. A run that was killed goes on where it stopped when it is started again.\n",
    .examples = "  greffier keep articles.jsonl --store news.db\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
