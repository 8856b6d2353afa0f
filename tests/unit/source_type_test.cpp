// What kind of source speaks: one sentence for each kind.
#include <gtest/gtest.h>

#include "support/engine.h"

namespace greffier {
namespace {

std::string kind_of_source(std::string_view text) {
  const Document d = read_text(text);
  if (d.statements.empty() || d.statements[0].chain.empty()) return "nobody";
  return std::string(spelling(d.hops[d.statements[0].chain.begin].type));
}

struct Row { std::string_view kind, text; };

constexpr Row kRows[] = {
    {"official", "Le ministre de l'Agriculture a déclaré que la récolte serait bonne."},
    {"official", "Le préfet affirme que la route est rouverte."},
    {"spokesperson", "Le porte-parole du gouvernement a précisé que le vote aurait lieu lundi."},
    {"person", "Camille Lambert affirme que la pluie est froide."},
    {"person", "Le directeur du théâtre a annoncé que la pièce serait jouée."},
    {"institution", "La mairie a annoncé que le pont serait fermé."},
    {"institution", "Les autorités ont confirmé que la digue avait cédé."},
    {"media", "Le quotidien Le Monde rapporte que le chantier est arrêté."},
    {"document", "Le rapport conclut que le barrage est solide."},
    {"partly_anonymous", "Une source policière affirme que le suspect a fui."},
    {"partly_anonymous", "Un diplomate a confié que la réunion avait échoué."},
    {"partly_anonymous", "Plusieurs témoins racontent que la grue est tombée."},
    {"anonymous", "Une source affirme que le suspect a fui."},
    {"anonymous", "Certains disent que le lac est vide."},
};

TEST(SourceType, IsReadFromTheWords) {
  if (test_engine() == nullptr) GTEST_SKIP();
  for (const Row& row : kRows) EXPECT_EQ(kind_of_source(row.text), row.kind) << row.text;
}

}  // namespace
}  // namespace greffier
