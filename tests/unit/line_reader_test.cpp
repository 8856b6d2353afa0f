#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "doors/line_reader.h"
#include "greffier/error.h"

namespace greffier {
namespace {

class LineReaderTest : public testing::Test {
 protected:
  std::string path_ = testing::TempDir() + "line_reader_" + std::to_string(::getpid());
  ~LineReaderTest() override { ::unlink(path_.c_str()); }

  void write(std::string_view content) { std::ofstream(path_, std::ios::binary) << content; }
  std::vector<std::string> lines() const {
    LineReader reader(path_);
    std::vector<std::string> all;
    for (std::string line; reader.next(line) != LineReader::Got::end;) all.push_back(line);
    EXPECT_EQ(reader.number(), all.size());
    return all;
  }
};

TEST_F(LineReaderTest, EndsLinesAtLineFeeds) {
  using Lines = std::vector<std::string>;
  write("");
  EXPECT_EQ(lines(), Lines{});
  write("a\nb");
  EXPECT_EQ(lines(), (Lines{"a", "b"}));
  write("\xEF\xBB\xBF" "a\r\n\r\n\nb\r\n");
  EXPECT_EQ(lines(), (Lines{"a", "", "", "b"}));
  write(std::string("a\0b\n", 4));
  EXPECT_EQ(lines(), (Lines{std::string("a\0b", 3)}));
}

TEST_F(LineReaderTest, JoinsLinesAcrossBuffers) {
  std::vector<std::string> expected;
  std::string content;
  for (std::size_t i = 0; i < 40; ++i) {
    expected.emplace_back(i * 17'001, static_cast<char>('a' + i % 26));
    content += expected.back() + "\n";
  }
  write(content);
  EXPECT_EQ(lines(), expected);
}

TEST_F(LineReaderTest, PassesOverALineThatIsTooLong) {
  write(std::string(LineReader::kMaxLine + 1, 'x') + "\nafter\n");
  LineReader reader(path_);
  std::string line;
  EXPECT_EQ(reader.next(line), LineReader::Got::too_long);
  EXPECT_LE(line.size(), LineReader::kMaxLine);
  EXPECT_EQ(reader.next(line), LineReader::Got::line);
  EXPECT_EQ(line, "after");
  EXPECT_EQ(reader.number(), 2u);
  EXPECT_EQ(reader.next(line), LineReader::Got::end);
}

TEST_F(LineReaderTest, LooksAtTheFirstByteWithoutTakingIt) {
  write("\xEF\xBB\xBF \r\n{\"a\"}");
  LineReader reader(path_);
  EXPECT_EQ(reader.first_byte(), '{');
  std::string bytes;
  EXPECT_EQ(reader.rest(bytes), LineReader::Got::line);
  EXPECT_EQ(bytes, " \r\n{\"a\"}");
}

TEST(LineReader, NamesAFileThatIsNotThere) {
  try {
    LineReader reader("/nowhere/at/all");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::io);
    EXPECT_NE(std::string(error.what()).find("/nowhere/at/all"), std::string::npos);
  }
}

}  // namespace
}  // namespace greffier
