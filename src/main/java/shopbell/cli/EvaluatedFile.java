package shopbell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import shopbell.imports.CsvTable;

/** The file that a command of {@code evaluate} judges models on. */
final class EvaluatedFile {
  private EvaluatedFile() {}

  /** Wrong usage if there is no such file; Rejected if it is no CSV with a header. */
  static CsvTable read(Path file, CommandLine.Model.CommandSpec spec) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "There is no file " + file + " that can be read.");
    }
    return CsvTable.read(file);
  }
}
