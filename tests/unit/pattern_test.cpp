// The pattern language: what each test, step and repetition matches, and what its messages say.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "greffier/error.h"
#include "pack/pattern_program.h"
#include "pack/rules.h"
#include "support/documents.h"

namespace greffier {
namespace {

constexpr std::string_view kSentence = R"(
Marie Marie PROPN _ 2 nsubj
affirme affirmer VERB Mood=Ind|Tense=Pres 0 root
que que SCONJ _ 6 mark
la le DET Definite=Def 5 det
pluie pluie NOUN Gender=Fem 6 nsubj
tombera tomber VERB Tense=Fut 2 ccomp
le le DET Definite=Def 9 det
2 2 NUM _ 9 nummod
août août NOUN _ 6 obl:mod
. . PUNCT _ 2 punct
)";

struct Pattern : testing::Test {
  Pattern() {
    const ListId say = vocabulary.add_list("say");
    vocabulary.add_entry(say, "affirmer", "assert");
    vocabulary.add_entry(say, "nier", "deny");
    const ListId month = vocabulary.add_list("month");
    vocabulary.add_entry(month, "août", "8");
  }

  RuleSet compile(const std::string& pattern) {
    return compile_rules("rule r\nmatch " + pattern + "\ngives x\nexample a => b «c»\n", "t.rules", "fr", vocabulary);
  }

  // The matches as "words|capture=words …", separated by "; ".
  std::string found(const std::string& pattern, std::string_view sentence = kSentence) {
    const RuleSet rules = compile(pattern);
    const Document d = document_of(sentence);
    std::vector<Match> matches;
    rules.match(d, index_of(d, vocabulary), d.sentences[0], matches);
    std::string out;
    for (const Match& m : matches) {
      out += (out.empty() ? "" : "; ") + std::string(d.text(d.place_of(m.tokens)));
      for (std::size_t i = 0; i < rules.rules()[0].captures.size(); ++i)
        if (!m.captures[i].empty())
          out += fmt::format(" {}={}", rules.rules()[0].captures[i], d.text(d.place_of(m.captures[i])));
    }
    return out;
  }

  std::string message(const std::string& text) {
    try {
      compile_rules(text, "t.rules", "fr", vocabulary);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  Vocabulary vocabulary;
};

TEST_F(Pattern, WordsInAnyCase) {
  EXPECT_EQ(found("'marie'"), "Marie");
  EXPECT_EQ(found("'la' noun:[upos=NOUN]"), "la pluie noun=pluie");
  EXPECT_EQ(found("@say"), "affirme");
  EXPECT_EQ(found("[form=@say]"), "");
  EXPECT_EQ(found("[lemma=@say|tomber]"), "affirme; tombera");
}

TEST_F(Pattern, TestsOnTokens) {
  EXPECT_EQ(found("[upos=VERB Tense=Fut]"), "tombera");
  EXPECT_EQ(found("[upos=VERB Tense!=Fut]"), "affirme");
  EXPECT_EQ(found("[upos=VERB Mood=]"), "tombera");
  EXPECT_EQ(found("[rel=obl]"), "août");
  EXPECT_EQ(found("[rel=obl:agent]"), "");
  EXPECT_EQ(found("[at=start]"), "Marie");
  EXPECT_EQ(found("[at=end]"), ".");
  EXPECT_EQ(found("[shape=1..31]"), "2");
  EXPECT_EQ(found("[shape=3..31]"), "");
  EXPECT_EQ(found("[shape=capital]"), "Marie");
  EXPECT_EQ(found("[shape=00]"), "2");
  EXPECT_EQ(found("[shape=00:00]"), "");
  EXPECT_EQ(found("[name=any]"), "");
}

TEST_F(Pattern, SequencesRepeatTheLongestFirst) {
  EXPECT_EQ(found("d:[shape=1..31] m:@month y:[shape=1000..2999]?"), "2 août d=2 m=août");
  EXPECT_EQ(found("'la' []{2,3} '.'"), "");
  EXPECT_EQ(found("'la' []{4,9} '.'"), "la pluie tombera le 2 août .");
  EXPECT_EQ(found("'le' []* "), "le 2 août .");
  EXPECT_EQ(found("x:('que' | 'la' 'pluie' | 'la') []"), "que la x=que; la pluie tombera x=la pluie");
}

TEST_F(Pattern, StepsAlongTheTree) {
  EXPECT_EQ(found("cue:[lemma=@say] { >nsubj origin:[], >ccomp content:[] { >mark 'que' } }"),
            "affirme cue=affirme origin=Marie content=tombera");
  EXPECT_EQ(found("[lemma=@say] { !>nsubj [] }"), "");
  EXPECT_EQ(found("[lemma=@say] { ?>obj o:[], >ccomp c:[] }"), "affirme c=tombera");
  EXPECT_EQ(found("[upos=NOUN] { <nsubj v:[upos=VERB] }"), "pluie v=tombera");
  EXPECT_EQ(found("[lemma=@say] { >>m:@month }"), "affirme m=août");
  EXPECT_EQ(found("'2' { +m:@month, -[upos=DET] }"), "2 m=août");
}

// A participle or relative clause describes the noun that it would have for its object.
TEST_F(Pattern, AStepReachesTheNounDescribed) {
  constexpr std::string_view kPhrase = R"(
la le DET _ 2 det
trêve trêve NOUN _ 0 root
signée signer VERB VerbForm=Part 2 acl
)";
  EXPECT_EQ(found("[upos=VERB] { ^obj|nsubj:pass what:[lemma=trêve] }", kPhrase), "signée what=trêve");
  EXPECT_EQ(found("[upos=VERB] { >obj|nsubj:pass what:[lemma=trêve] }", kPhrase), "");
  EXPECT_EQ(found("[lemma=@say] { ^nsubj who:[] }"), "affirme who=Marie");
}

TEST_F(Pattern, FailedStepsLeaveNoCapture) {
  EXPECT_EQ(found("[upos=VERB] { ?>nsubj s:[upos=NOUN] { >det [form=un] } }"), "affirme; tombera");
}

TEST_F(Pattern, MessagesNameThePlaceAndWhatWouldWork) {
  const std::string example = "\ngives x\nexample a => b «c»\n";
  EXPECT_EQ(message("rule r\nmatch @mont" + example), "t.rules:2: no word list is called 'mont' (did you mean 'month'?)");
  EXPECT_EQ(message("rule r\nmatch [lema=x]" + example), "t.rules:2: no test is called 'lema' (did you mean 'lemma'?)");
  EXPECT_EQ(message("rule r\nmatch [upos=VRB]" + example),
            "t.rules:2: no part of speech is called 'VRB' (did you mean 'VERB'?)");
  EXPECT_EQ(message("rule r\nmatch [] { >nsbj [] }" + example),
            "t.rules:2: no relation is called 'nsbj' (did you mean 'nsubj'?)");
  EXPECT_EQ(message("rule r\nmatch [Mood=Foo]" + example), "t.rules:2: Mood has no value 'Foo'");
  EXPECT_EQ(message("rule r\nmatch ( 'a'" + example), "t.rules:2: ')' is missing before ''");
  EXPECT_EQ(message("rule r\nmatch 'a'\ngives x\n"), "t.rules:1: the rule has no running example");
  EXPECT_EQ(message("rule r\nmtch 'a'" + example), "t.rules:2: no line is called 'mtch' (did you mean 'match'?)");
  EXPECT_EQ(message("rule r\nmatch 'a'" + example + "\nrule r\nmatch 'b'" + example),
            "t.rules:6: 'r' is already the name of the rule at line 1");
}

TEST_F(Pattern, HostilePatternsEnd) {
  EXPECT_NE(message("rule r\nmatch " + std::string(5000, '(') + "\n"), "no error");
  std::string nested = "[]";
  for (int i = 0; i < 4; ++i) nested = "(" + nested + ")*";
  EXPECT_NE(message("rule r\nmatch " + nested + "\ngives x\nexample a => b «c»\n"), "no error");
  EXPECT_EQ(found("([]? []? []?)* 'absent'"), "");
}

// The clever part is where matching begins; trying every rule at every token must find the same.
TEST_F(Pattern, AnchorsLoseNothing) {
  for (const char* text : {"[]? 'la'", "([upos=DET] | 'que') [] []", "[upos=DET] [upos=NUM]? @month", "'absent'? 'la' 'pluie'",
                           "[]{1,2} 'tombera'", "x:([upos=VERB|NOUN] { ?>det d:[] } | @month)", "[rel=det] [upos=NOUN]",
                           "[form!=la upos=DET] []"}) {
    const std::string rule = std::string("rule r\nmatch ") + text + "\ngives x\nexample a => b «c»\n";
    const RuleSet rules = compile_rules(rule, "t.rules", "fr", vocabulary);
    auto plain = std::make_shared<RuleSet::Compiled>();
    std::vector<std::string> captures;
    pattern::compile(text, "t", 0, 0, vocabulary, captures, plain->program);
    plain->program.by_form.clear(), plain->program.by_lemma.clear(), plain->program.by_upos.clear();
    plain->program.anywhere = {{0, 0}};
    const Document d = document_of(kSentence);
    const TokenIndex index = index_of(d, vocabulary);
    std::vector<Match> clever, reference;
    rules.match(d, index, d.sentences[0], clever);
    RuleSet(std::move(plain)).match(d, index, d.sentences[0], reference);
    ASSERT_EQ(clever.size(), reference.size()) << text;
    for (std::size_t i = 0; i < clever.size(); ++i) {
      EXPECT_EQ(clever[i].tokens, reference[i].tokens) << text;
      EXPECT_EQ(clever[i].captures, reference[i].captures) << text;
    }
    EXPECT_FALSE(clever.empty()) << text;
  }
}

}  // namespace
}  // namespace greffier
