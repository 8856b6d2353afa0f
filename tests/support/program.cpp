#include "support/program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "greffier/engine.h"
#include "greffier/error.h"

namespace greffier {

Program::Program() {
  std::string folder = testing::TempDir() + "greffier-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) ADD_FAILURE() << "no folder " << folder;
  folder_ = folder;
}

Program::~Program() {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

Ran Program::shell(const std::string& line, std::string_view input) const {
  write(".in", input);
  const std::string command =
      fmt::format("cd '{}' && G='{}' && export GREFFIER_PACKS='{}/packs' && {{ {}\n}} <.in >.out 2>.err", folder_.string(),
                  GREFFIER_PROGRAM, GREFFIER_SOURCE_DIR, line);
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
}

Ran Program::run(const std::string& words, std::string_view input) const { return shell("\"$G\" " + words, input); }

void Program::write(const std::string& name, std::string_view content) const {
  std::ofstream(folder_ / name, std::ios::binary) << content;
}

std::string Program::read(const std::string& name) const {
  std::ostringstream content;
  content << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
  return content.str();
}

std::string Program::until() {
  static const std::string flag = [] {
    for (Layer layer : {Layer::events, Layer::statements, Layer::times, Layer::names, Layer::tokens}) try {
        Engine(GREFFIER_SOURCE_DIR "/packs", layer);
        return layer == Layer::events ? std::string() : " --until " + layer_names(layer);
      } catch (const Error&) {
      }
    return std::string(" --until language");
  }();
  return flag;
}

}  // namespace greffier
