#include "stages/entities/context.h"

#include "pack/vocabulary.h"

namespace greffier::entities {

bool Context::form_in_list(Index token, std::string_view list) const {
  const ListId id = pack.vocabulary ? pack.vocabulary->list(list) : kNoList;
  return id != kNoList && token < index.form.size() && pack.vocabulary->in_list(index.form[token], id);
}

void Context::add(TokenRange range, Index head, Index who, MentionKind kind) {
  entity[head] = who;
  w.entities.added.push_back({d.place_of(range), range, who, kind, d.entities[who].type, origin});
}

}  // namespace greffier::entities
