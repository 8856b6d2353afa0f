#include "stages/statements/draft_of.h"

#include <algorithm>

#include "stages/phrases.h"
#include "stages/statements/act.h"
#include "stages/statements/chain.h"
#include "stages/statements/content.h"
#include "stages/statements/cue.h"
#include "stages/statements/edges.h"
#include "stages/statements/hop_phrase.h"
#include "stages/statements/inserted.h"
#include "stages/statements/inversion.h"
#include "stages/statements/source_place.h"
#include "stages/statements/speaker.h"
#include "stages/statements/subject_before.h"

namespace greffier::statements {
namespace {

// A rule's captures by name.
struct Captured {
  const RuleInfo& rule;
  const Match& match;

  TokenRange range(std::string_view name) const {
    const std::size_t slot = rule.capture(name);
    return slot < kMaxCaptures ? match.captures[slot] : TokenRange{};
  }
  Index token(std::string_view name) const { return range(name).empty() ? kNone : range(name).begin; }
};

Index speaker_of(const Scene& s, const Captured& c, Index cue, TokenRange extent, std::string_view how) {
  if (const Index origin = c.token("origin"); origin != kNone) return origin;
  if (const Index that = c.token("that"); that != kNone && how == "subject") {
    const Index subject = subject_of(s, cue);
    return subject == kNone || subject < that ? subject : subject_before(s, cue);
  }
  if (how == "none") return kNone;
  if (!verbal(s.token(cue)) && how == "subject") return subject_of(s, cue);
  return how == "after" ? subject_after(s, cue, extent) : subject_of(s, cue);
}

// Cue and speaker with all that hangs on the speaker: what an inserted cue takes out of the sentence.
TokenRange group_of(const Scene& s, TokenRange cue, Index speaker) {
  TokenRange group = cue;
  if (speaker == kNone || cue.contains(speaker)) return group;
  const TokenRange phrase = subtree(s.document, s.index, speaker);
  const Index end = s.sentence_of(speaker).tokens.end;
  group.end = std::max(group.end, std::min(phrase.end, end));
  if (group.end > cue.end && s.punct(group.end - 1) && s.closes_at(group.end - 1) == kNone) --group.end;
  return group;
}

// The phrase of `first`; where a rule captured a last word, from `first` itself to the end of that word's phrase.
TokenRange up_to(const Scene& s, Index first, Index last) {
  if (last == kNone) return leading_quote(s, said_by(s, with_complement(s, clause_of(s, first), first), first));
  return {first, with_complement(s, clause_of(s, last), last).end};
}

// A source and what describes it, up to the comma before or behind the clause that it is the source of.
TokenRange source_group(const Scene& s, TokenRange cue, Index speaker) {
  TokenRange group = group_of(s, cue, speaker);
  const Index comma = speaker == kNone ? kNone : source_comma(s, speaker);
  if (comma != kNone && comma >= cue.end) group.end = comma;
  return group;
}

bool leads(const Scene& s, TokenRange cue) {
  const Index begin = s.sentence_of(cue.begin).tokens.begin;
  for (Index i = begin; i < cue.begin; ++i)
    if (!s.punct(i) && s.token(i).upos != Upos::CCONJ && s.token(i).upos != Upos::ADV) return false;
  return true;
}

// The sentence before the mark; where the mark opens it ("As the mayor said, …"), what follows the source's comma.
TokenRange beside_mark(const Scene& s, Index mark, const Draft& d) {
  const TokenRange sentence = s.sentence_of(mark).tokens;
  if (mark > sentence.begin) return {sentence.begin, mark};
  const Index comma = d.speaker == kNone ? kNone : source_comma(s, d.speaker);
  return comma == kNone ? TokenRange{} : TokenRange{comma + 1, sentence.end};
}

Cuts cut(const Scene& s, Cut how, const Captured& c, const Draft& d) {
  Cuts cuts;
  const Index content = c.token("content"), that = c.token("that"), mark = c.token("mark");
  if (const Index topic = c.token("topic"); topic != kNone) cuts.add(topic_phrase(s, topic, d.cue));
  switch (how) {
    case Cut::clause:
      if (content != kNone) cuts.add(up_to(s, content, c.token("last")));
      break;
    case Cut::rest:
      if (content != kNone) cuts.add(said_by(s, complements(s, d.cue_head, content), content));
      break;
    case Cut::tail:
      if (content != kNone) cuts.add(tail(s, d.cue_head, content));
      break;
    case Cut::that:
      if (that != kNone) cuts.add(leading_quote(s, clause_after(s, that)));
      break;
    case Cut::which:
      cuts.add(clause_after(s, d.cue.end - 1));
      break;
    case Cut::after:
      return after(s, mark != kNone ? mark : d.cue.end - 1);
    case Cut::before:
      return before(s, group_of(s, d.cue, d.speaker), d.cue_head);
    case Cut::around:
      return around(s, source_group(s, d.cue, d.speaker), d.cue_head);
    case Cut::preceding:
      cuts.add(beside_mark(s, mark, d));
      break;
    case Cut::topic:
      break;
  }
  return cuts;
}

// Who is named by a noun that the pack does not know may speak where the sentence begins with them, and they are certain:
// "According to the bargemen, …".
bool may_speak(const Scene& s, const Draft& d) {
  if (speaks(s, d.speaker)) return true;
  const Index article = child(s, d.speaker, Deprel::det);
  return leads(s, d.cue) && article != kNone && s.token(article).feats.definite == Definite::Def &&
         !s.listed(d.speaker, s.lists.manner) && !verbal(s.token(d.cue_head));
}

// Behind the dash with which a dialogue's turn begins.
bool dialogue(const Scene& s, const Draft& d) {
  const std::string_view first = s.text(s.sentence_of(d.content[0].begin).tokens.begin);
  return first == "-" || first == "–" || first == "—";
}

// "About two hundred, said the office": all before the cue is said, and the cue's verb is the sentence's only one.
bool fragment(const Scene& s, const Draft& d) {
  const TokenRange sentence = s.sentence_of(d.cue_head).tokens;
  if (!verbal(s.token(d.cue_head)) || d.speaker == kNone || d.speaker < d.cue.begin || !speaks(s, d.speaker) ||
      d.content[0].begin > sentence.begin + 1)
    return false;
  if (d.cue.begin == 0 || s.text(d.cue.begin - 1) != "," || d.content[0].size() < 2 ||
      s.token(d.content[0].begin).upos == Upos::ADP)
    return false;
  bool number = s.text(d.cue.end - 1).starts_with('-');  // "out of the question, says one …"
  for (Index i = d.content[0].begin; i < d.content[0].end; ++i) {
    if (comma(s, i) || (s.index.layers[i] & kInTime) != 0) return false;
    number = number || s.token(i).upos == Upos::NUM;
  }
  return number;
}

// What an inserted cue or a source claims is a sentence, or is quoted.
bool a_sentence(const Scene& s, const Draft& d) {
  if (kind_of(s, d.content, d.cue_head) == StatementKind::direct || dialogue(s, d)) return true;
  if (fragment(s, d)) return true;
  return std::any_of(d.content.begin(), d.content.end(), [&](TokenRange cut) { return main_verb(s, cut) != kNone; });
}

// Somebody says it, and it is quoted, or told by a verb with its subject's pronoun behind it, or behind the dash of a dialogue.
bool spoken(const Scene& s, const Draft& d) {
  if (d.speaker == kNone || !speaks(s, d.speaker)) return false;
  if (kind_of(s, d.content, d.cue_head) != StatementKind::indirect) return true;
  const Index end = d.cue.end - 1;
  return dialogue(s, d) || (s.token(end).upos == Upos::PRON && s.text(end).starts_with('-'));
}

// Who speaks is no part of what is said, where a phrase or a clause is said.
bool holds_speaker(const Scene& s, const Draft& d, Cut how) {
  if (d.speaker == kNone || (how != Cut::clause && how != Cut::rest && how != Cut::tail)) return false;
  return s.token(d.speaker).upos != Upos::PRON &&
         std::any_of(d.content.begin(), d.content.end(), [&](TokenRange cut) { return cut.contains(d.speaker); });
}

// An infinitive of saying that hangs on a verb of refusing, charging, being able: nobody has said it.
bool unsaid(const Scene& s, Index cue) {
  const Token& t = s.token(cue);
  if (t.feats.verb_form != VerbForm::Inf || t.head == kNone || t.head >= cue) return false;
  return s.listed(t.head, s.lists.unsaid) || (verbal(s.token(t.head)) && negated(s, cue_extent(s, {t.head, t.head + 1})));
}

// Who says it of what suffers it, where the rule has not found him: the verb's agent, or the one behind the content.
Index agent_near(const Scene& s, const Draft& d) {
  if (const Index agent = agent_of(s, d.cue_head); agent != kNone) return agent;
  if (d.content.empty()) return kNone;
  Index at = d.content[d.content.size() - 1].end;
  const Index end = s.sentence_of(d.cue_head).tokens.end;
  if (at < end && s.closes_at(at) != kNone) ++at;
  return at < end && s.listed(at, s.lists.by) ? first_noun(s, at + 1, end) : kNone;
}

// A content that holds its own cue was cut from a tree that cannot be right.
bool holds_cue(const Draft& d) {
  return std::any_of(d.content.begin(), d.content.end(), [&](TokenRange cut) { return cut.overlaps(d.cue); });
}

bool question(const Scene& s, const Cuts& content) {
  const Index end = content[content.size() - 1].end;
  return mark(s, end - 1, "?") || (end < s.document.tokens.size() && mark(s, end, "?"));
}

// An inserted cue inside the marks of the quotation that it cuts in two.
bool within_quotation(const Scene& s, const Draft& d) {
  if (d.cue_head == kNone || s.quote_of[d.cue_head] == kNone || !verbal(s.token(d.cue_head))) return false;
  const TokenRange inner = s.document.quotes[s.quote_of[d.cue_head]].tokens;
  return d.content[0].begin == inner.begin && d.content[0].end <= d.cue.begin && inverted(s, d.cue_head, d.cue);
}

// A title's "X: '…'" has a mark for its cue, which is none.
std::optional<Draft> without_cue(const Scene& s, const Captured& c, Index rule) {
  const Index mark = c.token("mark");
  if (mark == kNone) return std::nullopt;
  Draft d;
  d.rule = rule;
  d.speaker = c.token("origin");
  if (d.speaker == kNone || !speaks(s, d.speaker)) return std::nullopt;
  d.content = after(s, mark);
  finish(s, d.content, kNone);
  if (d.content.empty() || kind_of(s, d.content, kNone) == StatementKind::indirect) return std::nullopt;
  if (c.rule.gives.value("only") == "sentence" && main_verb(s, d.content[0]) == kNone) return std::nullopt;
  complete(s, c.rule.gives.value("act"), d);
  return d;
}

}  // namespace

void complete(const Scene& s, std::string_view act, Draft& d) {
  d.kind = within_quotation(s, d) ? StatementKind::direct : kind_of(s, d.content, d.cue_head);
  d.act = act_of(s, act, d.cue_head, d.topic);
  d.negative = d.cue_head != kNone && verbal(s.token(d.cue_head)) && negated(s, d.cue);
  if (d.act == Act::demand && question(s, d.content)) d.act = Act::ask;
  if (d.act == Act::decline) d.negative = false;  // "did not wish to comment"
  link_chain(s, d);
  d.hearsay = hearsay(s, d);
}

std::optional<Draft> draft_of(const Scene& s, const RuleInfo& rule, const Match& match) {
  const Captured c{rule, match};
  const TokenRange words = c.range("cue");
  const auto how = cut_from(rule.gives.value("content"));
  if (words.empty() || !how) return without_cue(s, c, match.rule);
  Draft d;
  d.rule = match.rule;
  d.cue_head = words.begin;
  d.cue = cue_extent(s, words);
  const bool opens = *how == Cut::before && d.cue.begin == s.sentence_of(d.cue.begin).tokens.begin;  // "Where? asks the judge."
  if ((s.token(d.cue_head).feats.mood == Mood::Imp && !opens) || (*how != Cut::after && unsaid(s, d.cue_head)))
    return std::nullopt;
  d.relay = c.token("relay");
  d.topic = c.token("content");
  const bool inserted = *how == Cut::before;
  const bool suffers = verbal(s.token(d.cue_head)) && passive(s, d.cue_head) && !(inserted && inserted_form(s, d.cue_head));
  if (verbal(s.token(d.cue_head)) && suffers != (rule.gives.value("voice") == "passive") && rule.gives.value("voice") != "any")
    return std::nullopt;
  if (inserted && !inverted(s, d.cue_head, d.cue)) return std::nullopt;
  d.speaker = speaker_of(s, c, d.cue_head, d.cue, rule.gives.value("speaker", inserted ? "after" : "subject"));
  if (d.speaker != kNone && s.listed(d.speaker, s.lists.nobody) && c.token("origin") == kNone) return std::nullopt;
  d.content = cut(s, *how, c, d);
  finish(s, d.content, d.cue_head);
  if (d.content.empty() || holds_cue(d) || holds_speaker(s, d, *how)) return std::nullopt;
  if ((inserted || *how == Cut::around) && !a_sentence(s, d)) return std::nullopt;
  if (inserted && d.speaker != kNone && !speaks(s, d.speaker) && kind_of(s, d.content, d.cue_head) == StatementKind::indirect)
    return std::nullopt;
  if (suffers && d.speaker == kNone) d.speaker = agent_near(s, d);
  if (rule.gives.value("only") == "speaker" && (d.speaker == kNone || !may_speak(s, d))) return std::nullopt;
  if (rule.gives.value("only") == "quote" && !spoken(s, d)) return std::nullopt;
  complete(s, rule.gives.value("act"), d);
  d.passes_on = rule.gives.value("relay") == "before";
  return d;
}

}  // namespace greffier::statements
