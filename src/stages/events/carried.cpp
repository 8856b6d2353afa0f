// A noun's deed as the words around it tell it: by the verb that carries it ("carried out a raid", "suffered a raid"), by a
// participle behind it ("a raid led by"), by who dies in it. Which verbs carry deeds, reach or die is in the pack's lists.
// Tested in tests/unit/event_parties_test.cpp and by the examples of packs/*/events.rules.
#include "stages/events/clause.h"
#include "stages/events/slots.h"
#include "stages/parties.h"
#include "stages/phrases.h"

namespace greffier::events {
namespace {

bool carries(const Reading& r, Index verb, std::string_view side) { return r.value(verb, r.lists.light_verb) == side; }

// "victim of an attack": the word above the deed's noun, however far the complement was hung.
Index victim_phrase(const Reading& r, Index noun) {
  Index t = r.head(noun);
  for (int step = 0; t != kNone && step < 3; ++step, t = r.head(t)) {
    if (r.in(t, r.lists.victim_phrase)) return t;
    if (r.verb(t)) break;
  }
  return kNone;
}

// "threatened X with sanctions".
bool inflicted(const Reading& r, Index noun, Index host) {
  return carries(r, host, "inflicts") && r.rel(noun) == Deprel::obl && r.introduced(noun, r.lists.role_of);
}

// The noun stands where the deed stands: the object of an active verb, the subject of a passive one, a complement.
bool carried_by(const Reading& r, Index noun, Index host) {
  return r.rel(noun) != Deprel::nsubj || passive(r, host);
}

// Whom a verb's subject reaches: its object, or behind "to" ("cost ten people their lives"), or the object of a verb joined to
// it.
void add_reached(const Reading& r, Index verb, TokenList& out) {
  out.add(deep_object(r, verb));
  add_introduced(r, verb, r.lists.role_to, out);
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::conj && r.verb(c) && r.in(c, r.lists.reaching_verb)) out.add(deep_object(r, c));
}

// "ten people died in the raid", "ten dead in a raid", "hurt in the raid": whom the deed cost.
void add_dead(const Reading& r, Index noun, TokenList& out) {
  const Index head = r.head(noun);
  if (head == kNone || !r.introduced(noun, r.lists.role_amid)) return;
  if (r.in(head, r.lists.dead_noun)) return out.add(head);
  if (!r.verb(head) || !r.in(head, r.lists.dying_verb)) return;
  if (r.participle(head) && passive(r, head)) return out.add(deep_object(r, head));
  const Index object = r.child(head, {Deprel::obj});  // "lost THEIR LIVES"
  if (object == kNone || r.in(object, r.lists.dead_noun)) out.add(deep_subject(r, head));
}

}  // namespace

TokenList carried_actor(const Reading& r, Index noun) {
  TokenList out;
  // "brandished the threat of sanctions": who threatens would do it.
  if (const Index above = r.head(noun);
      above != kNone && r.rel(noun) == Deprel::nmod && !r.verb(above) && !r.value(above, r.lists.governor_noun).empty()) {
    const Index host = host_verb(r, above);
    if (host != kNone && carries(r, host, "actor")) out.add(deep_subject(r, host));
    if (host != kNone && carries(r, host, "asked"))
      add_introduced(r, host, r.lists.role_to, out), add_introduced(r, host, r.lists.role_of, out, true);
  }
  if (const Index culprit = r.head(noun);
      culprit != kNone && r.rel(noun) == Deprel::nmod && r.in(culprit, r.lists.culprit_noun)) {
    if (r.rel(culprit) == Deprel::appos) out.add(r.head(culprit));
    out.add(r.child(culprit, {Deprel::nsubj}));
    const Index verb = r.head(culprit);
    if (r.rel(culprit) != Deprel::nsubj && verb != kNone && r.verb(verb) && passive(r, verb)) out.add(deep_object(r, verb));
    out.add(culprit);
  }
  for (Index c = r.first_child(noun); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::acl && r.verb(c) && carries(r, c, "actor")) out.add(deep_subject(r, c));
  const Index host = host_verb(r, noun);
  if (host != kNone && inflicted(r, noun, host)) out.add(deep_subject(r, host));
  if (host != kNone && carries(r, host, "sides")) {
    const Index one = deep_object(r, host);
    out.add(one);
    if (one != kNone) add_introduced(r, one, r.lists.role_to, out);
    add_introduced(r, host, r.lists.role_to, out);
    add_introduced(r, host, r.lists.role_with, out);
  }
  if (host != kNone && carried_by(r, noun, host)) {
    if (carries(r, host, "actor")) out.add(deep_subject(r, host));
    if (carries(r, host, "asked"))
      add_introduced(r, host, r.lists.role_to, out), add_introduced(r, host, r.lists.role_of, out, true);
    if (carries(r, host, "blamed"))
      add_introduced(r, host, r.lists.role_to, out), add_introduced(r, noun, r.lists.role_to, out);
  }
  return out;
}

TokenList carried_target(const Reading& r, Index noun) {
  TokenList out;
  if (const Index host = host_verb(r, noun); host != kNone) {
    if (carries(r, host, "target") && carried_by(r, noun, host)) out.add(deep_subject(r, host));
    if (inflicted(r, noun, host)) out.add(deep_object(r, host));
    if (r.in(host, r.lists.reaching_verb) && r.rel(noun) == Deprel::nsubj && !passive(r, host)) add_reached(r, host, out);
    if (r.in(host, r.lists.reaching_verb) && passive(r, host) && r.rel(noun) == Deprel::obl) out.add(deep_object(r, host));
  }
  add_dead(r, noun, out);
  if (const Index victim = victim_phrase(r, noun); victim != kNone) {
    out.add(r.child(victim, {Deprel::nsubj}));
    if (const Index verb = host_verb(r, victim); verb != kNone) out.add(deep_subject(r, verb));
    if (r.rel(victim) == Deprel::appos || r.rel(victim) == Deprel::acl) out.add(r.head(victim));
  }
  return out;
}

}  // namespace greffier::events
