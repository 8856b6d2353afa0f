// From a rule's match to a draft: which words are the cue, who speaks, where the content lies.
#pragma once

#include <optional>

#include "greffier/pattern.h"
#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// What `gives` of a statement rule may say, beside the word "statement":
//   content  clause | that | rest | before | around | after   how the content is cut (content.h)
//   speaker  subject (where no origin is captured) | after | none
//   voice    passive: the rule is for what is said by somebody; any: either; else a passive verb is no cue
//   only     quote: what holds no quotation is no content; speaker: where nobody speaks nothing is said;
//            sentence: what has no verb is no content (for rules without a cue)
//   relay    before: no statement of its own, its speaker is a relay of the statement in the sentence before
//   act      an act, or @list|@list: the value of the cue, else of the content, in that word list
// and its captures: cue, content, that, mark, origin, relay, topic.
std::optional<Draft> draft_of(const Scene& scene, const RuleInfo& rule, const Match& match);

// The chain, act, polarity and hearsay of a draft whose content and speaker are known.
void complete(const Scene& scene, std::string_view act, Draft& draft);

}  // namespace greffier::statements
