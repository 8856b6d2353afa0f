// The `gives` lines of event rules: what frame_of() reads, and that the packs write nothing else.
#include <gtest/gtest.h>

#include <filesystem>

#include "greffier/pack.h"
#include "pack/vocabulary.h"
#include "stages/events/frames.h"

namespace greffier {
namespace {

using events::frame_of;
using events::Slot;
using events::sound;

Gives gives_of(std::vector<std::string> words, std::map<std::string, std::string, std::less<>> values) {
  Gives gives;
  gives.words = std::move(words);
  gives.values = std::move(values);
  return gives;
}

TEST(EventRules, AFrameIsReadFromGives) {
  Vocabulary vocabulary;
  const ListId sport = vocabulary.add_list("sport-word");
  const events::Frame f = frame_of(gives_of({"event", "CONSULT"}, {{"mode", "phone"},
                                                                   {"actor", "subject,with"},
                                                                   {"both", "yes"},
                                                                   {"needs", "actor,affairs"},
                                                                   {"alone", "yes"},
                                                                   {"unless", "sport-word"}}),
                                   vocabulary);
  EXPECT_EQ(f.type, EventType::consult);
  EXPECT_EQ(f.mode, "phone");
  EXPECT_EQ(f.actors[0], Slot::subject);
  EXPECT_EQ(f.actors[1], Slot::with);
  EXPECT_EQ(f.actors[2], Slot::none);
  EXPECT_TRUE(f.both && f.needs.actor && f.needs.affairs && !f.needs.target && !f.state);
  EXPECT_TRUE(f.needs.waived);
  EXPECT_EQ(f.unless[0], sport);
}

TEST(EventRules, UnknownWordsAreNoted) {
  Vocabulary vocabulary;
  EXPECT_TRUE(sound(gives_of({"event", "AID"}, {{"actor", "subject"}}), vocabulary));
  EXPECT_FALSE(sound(gives_of({"event", "AIDE"}, {}), vocabulary));
  EXPECT_FALSE(sound(gives_of({"event", "AID"}, {{"actors", "subject"}}), vocabulary));
  EXPECT_FALSE(sound(gives_of({"event", "AID"}, {{"actor", "subjekt"}}), vocabulary));
  EXPECT_FALSE(sound(gives_of({"event", "AID"}, {{"unless", "no-such-list"}}), vocabulary));
  EXPECT_FALSE(sound(gives_of({"event", "AID"}, {{"mode", "phone"}}), vocabulary));
}

TEST(EventRules, ThePacksWriteSoundFrames) {
  const auto pack = load_pack(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs/fr");
  for (const RuleInfo& rule : pack->event_rules.rules())
    EXPECT_TRUE(sound(rule.gives, *pack->vocabulary)) << rule.file << ":" << rule.line;
}

TEST(EventRules, ModesInListsExist) {
  const auto pack = load_pack(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs/fr");
  const Vocabulary& words = *pack->vocabulary;
  for (const RuleInfo& rule : pack->event_rules.rules()) {
    const events::Frame frame = frame_of(rule.gives, words);
    if (frame.mode_list == kNoList) continue;
    for (const Symbol word : words.symbols(frame.mode_list))
      EXPECT_TRUE(event_code(frame.type, words.value(word, frame.mode_list))) << rule.name << ": " << words.text(word);
  }
}

}  // namespace
}  // namespace greffier
