// Speed on fixed texts: the sample dispatches and the quality texts of this repository.
//
//   greffier-bench                      all figures
//   greffier-bench --benchmark_filter=stage
//
// `words` counts tokens, `articles` the texts. stage/NAME times one stage alone and `grammar` all from tokens to trees, in
// processor time of the thread, with those before run but not counted. Compare figures of one run only, since machines are
// noisy; `best_words` of twenty rounds is the least so. bench/LOG.md keeps figures.
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <thread>
#include <vector>

#include "greffier/engine.h"
#include "greffier/record.h"

namespace {

using namespace greffier;

constexpr const char* kRoot = GREFFIER_SOURCE_DIR;

std::vector<Article> load_articles() {
  std::vector<Article> articles;
  for (const char* name :
       {"samples/belarus-2020-08.jsonl", "tests/quality/silent_fr.jsonl", "tests/quality/eventless_fr.jsonl"}) {
    std::ifstream in(std::string(kRoot) + "/" + name);
    for (std::string line; std::getline(in, line);) {
      const auto json = nlohmann::json::parse(line);
      const auto text = [&](const char* key) {
        return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
      };
      Article a;
      a.id = text("id"), a.source = text("source"), a.lang = text("lang"), a.text = text("text"), a.published = text("date");
      a.published_span = parse_iso_span(a.published).value_or(DaySpan{});
      articles.push_back(std::move(a));
    }
  }
  return articles;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> all = load_articles();
  return all;
}

const Engine& engine() {
  static const Engine one(std::string(kRoot) + "/packs");
  return one;
}

// The French pack with every event rule twice, the second time with words made up: what twice the rules cost.
const Engine& engine_of_twice_the_rules() {
  namespace fs = std::filesystem;
  static const Engine two = [] {
    const fs::path root = fs::temp_directory_path() / ("greffier-bench-" + std::to_string(getpid()));
    const fs::path from = fs::path(kRoot) / "packs" / "fr", to = root / "fr";
    fs::create_directories(to);
    for (const auto& entry : fs::directory_iterator(from))
      if (entry.path().filename() != "events.rules") fs::create_symlink(entry.path(), to / entry.path().filename());
    std::ifstream in(from / "events.rules");
    const std::string rules((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::string again = std::regex_replace(rules, std::regex("\nrule     ([^\n]*)"), "\nrule     again.$1");
    again = std::regex_replace(again, std::regex("lemma=([^@ \\]]*)"), "lemma=zz$1");
    std::ofstream(to / "events.rules") << rules << "\n" << again;
    Engine engine(root);
    fs::remove_all(root);
    return engine;
  }();
  return two;
}

void count(benchmark::State& state, std::size_t words, std::size_t texts) {
  state.counters["words"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
  state.counters["articles"] = benchmark::Counter(static_cast<double>(texts), benchmark::Counter::kIsRate);
}

void start_up(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(std::make_unique<Engine>(std::string(kRoot) + "/packs"));
}

// Text to record, as `greffier read` does it.
void whole_way(benchmark::State& state) {
  const WorkspacePtr workspace = make_workspace();
  std::size_t words = 0, texts = 0;
  for (auto _ : state)
    for (const Article& article : articles()) {
      const Document document = engine().analyse(article, *workspace);
      benchmark::DoNotOptimize(to_json(record_of(document)));
      words += document.tokens.size();
      ++texts;
    }
  count(state, words, texts);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MB"] = benchmark::Counter(static_cast<double>(usage.ru_maxrss) / 1024, benchmark::Counter::kAvgThreads);
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The stages from..to - 1, with those before them run and not counted. `best` is the quickest time through all articles.
void some_stages(benchmark::State& state, const Engine& engine, std::size_t from, std::size_t to) {
  const WorkspacePtr workspace = make_workspace();
  const auto stages = engine.pipeline().stages();
  const auto run = [&](std::size_t i, Document& document) { stages[i]->run(engine.pipeline().pack(), *workspace, document); };
  std::size_t words = 0, rounds = 0;
  double best = 1e9;
  for (auto _ : state) {
    double spent = 0;
    for (const Article& article : articles()) {
      Document document;
      document.article = article;
      for (std::size_t i = 0; i < from; ++i) run(i, document);
      const double begin = processor_seconds();
      for (std::size_t i = from; i < to; ++i) run(i, document);
      spent += processor_seconds() - begin;
      words += document.tokens.size();
    }
    state.SetIterationTime(spent);
    best = std::min(best, spent);
    ++rounds;
  }
  count(state, words, rounds * articles().size());
  state.counters["best_words"] = benchmark::Counter(static_cast<double>(words) / static_cast<double>(rounds) / best);
}

std::size_t place_of(std::string_view stage) {
  const auto stages = engine().pipeline().stages();
  return static_cast<std::size_t>(std::find_if(stages.begin(), stages.end(), [&](const Stage* s) { return s->name == stage; }) -
                                  stages.begin());
}

void register_stages(const std::string& name, std::size_t from, std::size_t to, const Engine& engine = ::engine()) {
  benchmark::RegisterBenchmark(name.c_str(), [&engine, from, to](benchmark::State& s) { some_stages(s, engine, from, to); })
      ->UseManualTime()
      ->Iterations(20)  // a stage that costs nothing would else be repeated for ever
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::RegisterBenchmark("start_up", start_up)->Unit(benchmark::kMillisecond);
  const auto cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  benchmark::RegisterBenchmark("whole_way", whole_way)->Unit(benchmark::kMillisecond);
  if (cores > 1)
    benchmark::RegisterBenchmark("whole_way_all_cores", whole_way)
        ->Threads(cores)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
  register_stages("grammar", place_of("tokenise"), place_of("index"));
  for (std::size_t i = 0; i < engine().pipeline().stages().size(); ++i)
    register_stages("stage/" + std::string(engine().pipeline().stages()[i]->name), i, i + 1);
  register_stages("stage/statements+events", place_of("statements"), place_of("events") + 1);
  register_stages("stage/events_twice_the_rules", place_of("events"), place_of("events") + 1, engine_of_twice_the_rules());
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
