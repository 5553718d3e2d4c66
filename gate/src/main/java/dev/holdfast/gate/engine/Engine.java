package dev.holdfast.gate.engine;

import com.sun.tools.javac.util.Context;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Progress;
import dev.holdfast.gate.model.SourceFile;
import dev.holdfast.gate.project.Compilation;
import dev.holdfast.gate.project.Names;
import dev.holdfast.gate.project.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Compiles in this process and collects what the witness finds, whatever state the code is in. */
public final class Engine {
  private final Function<Context, Witness> witnesses;
  private final Names names;
  private final Coverage coverage;
  private final Progress progress;
  private final Crashes crashes;
  private final KnownSources sources = new KnownSources();

  public Engine(
      Function<Context, Witness> witnesses, Names names, Coverage coverage, Progress progress) {
    this.witnesses = witnesses;
    this.names = names;
    this.coverage = coverage;
    this.progress = progress;
    this.crashes = new Crashes(coverage);
  }

  public List<Hit> scan(List<Compilation> compilations) throws IOException {
    List<Hit> hits = new ArrayList<>();
    try (ScratchFolder generated = new ScratchFolder("holdfast-generated")) {
      for (Compilation compilation : compilations) {
        noteRelease(compilation);
        hits.addAll(scan(compilation, generated.path()));
      }
    }
    return hits;
  }

  /** Traces of what failed inside the scan itself. */
  public List<Throwable> traces() {
    return crashes.traces();
  }

  /** What the sources said, for whoever reads the class files made of them. */
  KnownSources sources() {
    return sources;
  }

  Crashes crashes() {
    return crashes;
  }

  private void noteRelease(Compilation compilation) {
    int running = Runtime.version().feature();
    int wanted = compilation.settings().level();
    if (wanted > running) {
      coverage.add(
          Gap.note(compilation.name() + " needs JDK " + wanted + "; this is JDK " + running));
    }
  }

  private List<Hit> scan(Compilation compilation, Path generated) throws IOException {
    SourceReader reader = new SourceReader(names, coverage);
    List<CompiledSource> sources = new ArrayList<>();
    for (Path path : compilation.files()) {
      boolean counts = compilation.reported().contains(path);
      SourceFile file = reader.read(path, compilation.charset(), counts);
      if (file != null) {
        sources.add(new CompiledSource(path, file));
      }
    }
    List<Hit> hits = new ArrayList<>();
    Compilation next = compilation;
    while (!sources.isEmpty()) {
      Compiler compiler = run(next, sources, generated);
      hits.addAll(compiler.hits());
      compiler.hits().forEach(this.sources::add);
      sources = compiler.clashing();
      next = compilation.withRootsOnSourcePath();
    }
    return hits;
  }

  private Compiler run(Compilation compilation, List<CompiledSource> sources, Path generated)
      throws IOException {
    Compiler compiler =
        new Compiler(compilation, sources, witnesses, coverage, progress, crashes, this.sources);
    try {
      compiler.run(generated);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      if (compilation.processorPath().isEmpty()) {
        crashes.add("compiling " + compilation.name(), "", e);
        return compiler;
      }
      coverage.add(
          Gap.note("annotation processors of " + compilation.name() + " failed, not run: " + e));
      return run(compilation.withoutProcessors(), sources, generated);
    }
    return compiler;
  }
}
