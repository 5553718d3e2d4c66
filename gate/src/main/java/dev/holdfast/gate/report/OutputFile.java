package dev.holdfast.gate.report;

import dev.holdfast.gate.model.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a report whole or not at all. */
public final class OutputFile {
  private OutputFile() {}

  /** Makes the folders above, and says before a long scan if the file could not be written. */
  public static void prepare(Path file, String option) throws InputException {
    if (Files.isDirectory(file)) {
      throw new InputException(option + " " + file + ": is a folder");
    }
    try {
      Files.createDirectories(parent(file));
      Files.delete(Files.createTempFile(parent(file), ".holdfast", ".tmp"));
    } catch (IOException e) {
      throw problem(file, option, e);
    }
  }

  public static void write(Path file, String option, String text) throws InputException {
    try {
      Path draft = Files.createTempFile(parent(file), ".holdfast", ".tmp");
      try {
        Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
        makeReadable(draft);
        Files.move(
            draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw problem(file, option, e);
    }
  }

  /** Temporary files are for their owner's eyes only; a report is read by the next build step. */
  private static void makeReadable(Path draft) {
    java.io.File file = draft.toFile();
    if (!file.setReadable(true, false)) {
      return; // a file system without permissions
    }
  }

  private static Path parent(Path file) {
    return file.toAbsolutePath().getParent();
  }

  private static InputException problem(Path file, String option, IOException e) {
    String why =
        e instanceof AccessDeniedException
            ? "not writable"
            : e instanceof FileAlreadyExistsException
                ? "a folder above it is a file"
                : e instanceof NoSuchFileException
                    ? "no file can be made there"
                    : e instanceof FileSystemException failure && failure.getReason() != null
                        ? failure.getReason()
                        : e.toString();
    return new InputException("cannot write " + option + " " + file + ": " + why, e);
  }
}
