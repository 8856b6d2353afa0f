// greffier keep: articles in, their records into a store.
#include <fmt/format.h>

#include <atomic>
#include <unordered_set>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/store_flags.h"
#include "greffier/error.h"

namespace greffier {
namespace {

constexpr unsigned kArticlesPerCommit = 50;

// Commits every kArticlesPerCommit articles, so that a kill costs no more than these.
class Keeper {
 public:
  explicit Keeper(const std::filesystem::path& path) : store_(path, Store::Access::write), known_prints_(store_.fingerprints()) { store_.begin(); }

  // Called by many threads; only reads what was there at the start.
  bool is_new(const Article& article) {
    if (!known_prints_.contains(Store::fingerprint(article))) return true;
    ++known_;
    return false;
  }

  void begin(const Pack& pack) { store_.read_by(pack); }

  void take(Record&& record, const Article& article) {
    const Keeping what = store_.keep(record, Store::fingerprint(article));
    ++(what == Keeping::kept ? kept_ : what == Keeping::new_version ? versions_ : twice_);
    step();
  }

  void aside(const AsideNote& note) {
    store_.set_aside(note.place, note.id, note.detail.empty() ? note.reason : note.reason + ": " + note.detail);
    ++aside_;
    step();
  }

  void finish(bool quiet, bool terminal) {
    store_.commit();
    if (kept_ + versions_ > 0 || !store_.compared()) {
      if (terminal && !quiet) say("comparing …");
      store_.compare();
      if (terminal && !quiet) say("\r\x1b[K");
    }
    if (quiet) return;
    say(fmt::format("greffier: {} kept, {} new versions, {} known, {} set aside; the store holds {} articles\n", kept_, versions_, known_ + twice_, aside_,
                    store_.article_count()));
  }

 private:
  void step() {
    if (++pending_ < kArticlesPerCommit) return;
    pending_ = 0;
    store_.commit();
    store_.begin();
  }

  Store store_;
  const std::unordered_set<std::string> known_prints_;
  std::atomic<std::size_t> known_{0};
  std::size_t kept_ = 0, versions_ = 0, twice_ = 0, aside_ = 0;
  unsigned pending_ = 0;
};

int run(const Arguments& arguments, const Console& console) {
  Keeper keeper(store_path(arguments));
  const int status = for_each_article(arguments, console,
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
    .details = "The store is one SQLite file (docs/formats/store.md). What is kept already is known and passed over; the same id with\n"
               "another text is a new version. A run that was killed goes on where it stopped when it is started again.\n",
    .examples = "  greffier keep articles.jsonl --store news.db\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
