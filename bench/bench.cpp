// Speed on fixed texts: the sample dispatches and the quality texts of this repository.
//
//   greffier-bench                      all figures
//   greffier-bench --benchmark_filter=stage
//
// `words` counts tokens, `articles` the texts. stage/NAME times one stage alone, with those before it run but not counted;
// compare figures of one run only, since machines are noisy. bench/LOG.md keeps figures.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
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
  for (const char* name : {"samples/belarus-2020-08.jsonl", "tests/quality/silent_fr.jsonl", "tests/quality/eventless_fr.jsonl"}) {
    std::ifstream in(std::string(kRoot) + "/" + name);
    for (std::string line; std::getline(in, line);) {
      const auto json = nlohmann::json::parse(line);
      const auto text = [&](const char* key) { return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string(); };
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

void one_stage(benchmark::State& state, std::size_t which) {
  using Clock = std::chrono::steady_clock;
  const WorkspacePtr workspace = make_workspace();
  const auto stages = engine().pipeline().stages();
  std::size_t words = 0, texts = 0;
  for (auto _ : state) {
    Clock::duration spent{};
    for (const Article& article : articles()) {
      Document document;
      document.article = article;
      for (std::size_t i = 0; i < which; ++i) stages[i]->run(engine().pipeline().pack(), *workspace, document);
      const auto begin = Clock::now();
      stages[which]->run(engine().pipeline().pack(), *workspace, document);
      spent += Clock::now() - begin;
      words += document.tokens.size();
      ++texts;
    }
    state.SetIterationTime(std::chrono::duration<double>(spent).count());
  }
  count(state, words, texts);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::RegisterBenchmark("start_up", start_up)->Unit(benchmark::kMillisecond);
  const auto cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  benchmark::RegisterBenchmark("whole_way", whole_way)->Unit(benchmark::kMillisecond);
  if (cores > 1) benchmark::RegisterBenchmark("whole_way_all_cores", whole_way)->Threads(cores)->UseRealTime()->Unit(benchmark::kMillisecond);
  for (std::size_t i = 0; i < engine().pipeline().stages().size(); ++i)
    benchmark::RegisterBenchmark(("stage/" + std::string(engine().pipeline().stages()[i]->name)).c_str(), [i](benchmark::State& s) { one_stage(s, i); })
        ->UseManualTime()
        ->Iterations(5)  // a stage that costs nothing would else be repeated for ever
        ->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
