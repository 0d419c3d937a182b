// The first step of every query: what a row tells. Words that are none become a mark that the row cannot be read; what a null
// stands for is filled in; a list becomes its length and its first elements.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sql/query.h"
#include "sql/steps.h"

namespace comity::sql {

class Told {
 public:
  Told(const Writer& writer, const Columns& columns, const Options& options)
      : writer_(writer), columns_(columns), options_(options) {}
  // `used`: the columns of this step that branches read, quoted.
  std::string step(const std::set<std::string>& used);
  // The table's columns that the step reads.
  const std::vector<ReadColumn>& read() const { return read_; }

 private:
  std::string expression(const Column& column);
  std::string value(const Column& column, const std::string& written) const;
  std::string length(const Column& column, const std::string& list) const;
  std::string not_readable(const Column& column);
  void read_column(const std::string& name, const std::string& type);
  std::string type_of(const Column& column) const;
  std::string codes(bool by_part) const;
  std::vector<std::string> guards();

  const Writer& writer_;
  const Columns& columns_;
  const Options& options_;
  std::vector<ReadColumn> read_;
};

}  // namespace comity::sql
