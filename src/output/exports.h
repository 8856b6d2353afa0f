// Records in the forms that other programs read. docs/formats/exports.md gives the meaning of every field.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "greffier/record.h"

namespace greffier {

// Writes one form. Records come one after the other; each call appends what can be written already.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual void begin(std::string&) {}
  virtual void write(const Record& record, std::string& out) = 0;
  virtual void end(std::string&) {}
};

struct ExportForm {
  std::string_view name, summary;
  std::unique_ptr<Exporter> (*make)();
};

std::span<const ExportForm> export_forms();

// What several forms share.
std::string_view name_of(const Record& record, std::string_view entity);                    // empty for none
std::string quoted(const Record& record, Span span);                                        // the words at `span`
std::string party_name(const Record& record, const Record::Party& party);                   // its entity's name, else its words

std::unique_ptr<Exporter> make_gdelt_export();
std::unique_ptr<Exporter> make_csv_export();
std::unique_ptr<Exporter> make_polecat_export();
std::unique_ptr<Exporter> make_annotation_export();
std::unique_ptr<Exporter> make_gexf_export();
std::unique_ptr<Exporter> make_timeline_export();
std::unique_ptr<Exporter> make_ftm_export();

}  // namespace greffier
