// Statements: who said what, through whom.
//
// The pack's rules (statements.rules) find the constructions; each match becomes a draft: the extent of its cue, the
// speaker, the cut of the content, then the chain, act, polarity and hearsay. Quotations that no rule claims go to the
// speaker of the sentence before. Drafts that say the same are sifted, nested ones linked, and the rest written down.
// Cost: that of matching, plus for each match the length of its sentence. The parts are in stages/statements/. Related
// work: PARC 3 (Pareti 2016) for cue, source and content; Elson and McKeown (2010) for the speaker of a quotation.
// Tested by the examples of packs/*/statements.rules and by tests/unit/statement_*_test.cpp.
#include "stages/find_statements.h"

#include <algorithm>

#include "stages/statements/chain.h"
#include "stages/statements/draft_of.h"
#include "stages/statements/hop_phrase.h"
#include "stages/statements/said_when.h"
#include "stages/statements/sift.h"
#include "stages/statements/source_type.h"
#include "stages/statements/uncued.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

using namespace statements;

void find_drafts(const Scene& scene, std::vector<Match>& matches, std::vector<Draft>& drafts) {
  const RuleSet& rules = scene.pack.statement_rules;
  for (const Sentence& sentence : scene.document.sentences) {
    matches.clear();
    rules.match(scene.document, scene.index, sentence, matches);
    for (const Match& match : matches)
      if (const auto draft = draft_of(scene, rules.rules()[match.rule], match)) drafts.push_back(*draft);
  }
}

ByteRange content_place(const Document& d, TokenRange range) {
  while (range.size() > 1 && d.tokens[range.begin].multi == MultiWord::later) ++range.begin;
  return d.place_of(range);
}

std::string_view rule_name(const Pack& pack, const Draft& draft) {
  if (draft.rule == kNone) return draft.kind == StatementKind::direct ? "quotation" : "continued";
  return std::string_view(pack.statement_rules.rules()[draft.rule].name);
}

// Whether the content of a draft holds these tokens.
bool holds(const Draft& draft, TokenRange tokens) {
  return std::any_of(draft.content.begin(), draft.content.end(), [&](TokenRange cut) { return cut.covers(tokens); });
}

Hop written(const Scene& s, const Workspace& w, const DraftHop& hop) {
  const Index entity = hop_entity(s, hop.tokens, hop.head);
  return {hop_place(s, hop.tokens), entity, hop.role, source_type(s, w, hop, entity)};
}

// `within`: the draft whose content holds this one, or null. What passed that one on did not pass on what it says.
Statement written(const Scene& s, const Workspace& w, const Draft& draft, const Draft* within, Document& d) {
  Statement out;
  if (draft.cue_head != kNone) {
    out.cue = d.place_of(draft.cue);
    out.cue_lemma = d.tokens[draft.cue_head].lemma;
    out.time = said_when(s, w, draft);
  }
  out.content.begin = static_cast<Index>(d.spans.size());
  for (TokenRange cut : draft.content) d.spans.push_back(content_place(d, cut));
  out.content.end = static_cast<Index>(d.spans.size());
  out.chain.begin = static_cast<Index>(d.hops.size());
  for (const DraftHop& hop : draft.chain)
    if (within == nullptr || hop.role == HopRole::origin || holds(*within, hop.tokens)) d.hops.push_back(written(s, w, hop));
  out.chain.end = static_cast<Index>(d.hops.size());
  out.kind = draft.kind;
  out.act = draft.act;
  out.negative = draft.negative;
  out.hearsay = draft.hearsay;
  out.origin = d.origin_of(rule_name(s.pack, draft));
  return out;
}

}  // namespace

void find_statements(const Pack& pack, Workspace& workspace, Document& document) {
  index_quotes(document, workspace.quote_of);
  const Scene scene{pack, document, workspace.index, workspace.quote_of, Lists(*pack.vocabulary)};
  std::vector<Draft> drafts;
  find_drafts(scene, workspace.matches, drafts);
  sift(scene, drafts);
  uncoordinate(scene, drafts);
  pass_on(scene, drafts);
  find_uncued(scene, drafts);
  find_continued(scene, drafts);
  sift(scene, drafts);
  uncross(drafts);
  std::vector<Index> inside, cue_heads;
  nest(drafts, inside);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    document.statements.push_back(
        written(scene, workspace, drafts[i], inside[i] == kNone ? nullptr : &drafts[inside[i]], document));
    document.statements.back().inside = inside[i];
    cue_heads.push_back(drafts[i].cue_head);
  }
  share_times(scene, cue_heads, document);
}

}  // namespace greffier
