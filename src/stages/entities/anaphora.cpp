// Idea: Lappin and Leass (1994), salience by place in the sentence, halved with each sentence; gender, number and the kind
// of noun rule out. A subject that is no entity also comes to mind: a pronoun that would fit it better than any entity
// stays unlinked. Cost: words × entities in the worst case, entities being few.
#include "stages/entities/anaphora.h"

#include <algorithm>

#include "stages/entities/context.h"
#include "stages/entities/descriptions.h"
#include "stages/entities/nouns.h"
#include "stages/entities/pronouns.h"
#include "stages/entities/tree.h"
#include "stages/parties.h"

namespace greffier::entities {
namespace {

constexpr unsigned kSubject = 80, kObject = 50, kOther = 40, kHeading = 20;

// A subject, or the name set beside one ("le président X").
bool in_subject(const Context& c, Index t) {
  const Token& token = c.d.tokens[t];
  return subject(token) || (token.head != kNone && apposed(c.d, c.index, t) && subject(c.d.tokens[token.head]));
}

unsigned weight_of(const Token& token, bool acts, bool heading) {
  if (heading) return kHeading;
  if (acts) return kSubject;
  return is(token, Deprel::obj) || is(token, Deprel::iobj) ? kObject : kOther;
}

void mark_known(Context& c) {
  c.entity.assign(c.d.tokens.size(), kNone);
  c.taken.assign(c.d.tokens.size(), 0);
  for (const auto* mentions : {&c.d.mentions, &c.w.entities.added})
    for (const Mention& m : *mentions) {
      c.entity[head_of(c.d, m.tokens)] = m.entity;
      if (m.kind == MentionKind::name)
        std::fill(c.taken.begin() + m.tokens.begin, c.taken.begin() + m.tokens.end, std::uint8_t{1});
    }
}

void note_stranger(Context& c, Index t, Index sentence) {
  if (c.d.tokens[t].feats.number == Number::Plur) return;
  const NounSense sense = sense_of(c.pack, c.w, c.d, t);
  c.stranger = {t, sentence, sense.gender, sense.kind == NounKind::person};
}

void read_token(Context& c, Index t, Index sentence) {
  const Token& token = c.d.tokens[t];
  const bool heading = c.d.sentences[sentence].heading;
  if (c.entity[t] == kNone && !c.taken[t] && !read_latter(c, t)) {
    if (token.upos == Upos::NOUN) read_description(c, t, heading);
    else if (token.upos == Upos::PRON) read_pronoun(c, t);
  }
  const bool acts = in_subject(c, t);
  const unsigned weight = weight_of(token, acts, heading) / (c.speakers.quoted(t) ? 4 : 1);  // what is quoted is spoken of less
  if (c.entity[t] != kNone) c.discourse.mention(c.entity[t], t, weight, acts);
  else if (token.upos == Upos::NOUN && subject(token)) note_stranger(c, t, sentence);
}

// A sentence within one quotation: however long that is, its speaker stays near.
bool continues_quote(const Context& c, Index sentence) {
  const TokenRange tokens = c.d.sentences[sentence].tokens;
  return c.speakers.quoted(tokens.begin) && c.speakers.quoted(tokens.end - 1);
}

}  // namespace

void read_anaphora(const Pack& pack, Workspace& workspace, Document& document) {
  Context c(pack, workspace, document);
  c.discourse.begin(document.entities.size());
  mark_known(c);
  for (Index s = 0; s < document.sentences.size(); ++s) {
    if (!continues_quote(c, s)) c.discourse.next_sentence();
    for (Index t = document.sentences[s].tokens.begin; t < document.sentences[s].tokens.end; ++t) read_token(c, t, s);
  }
  for (const Quote& quote : document.quotes) read_first_persons(c, quote);
}

}  // namespace greffier::entities
