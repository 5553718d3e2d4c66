package dev.holdfast.spotbugs;

import dev.holdfast.analysis.bytecode.ClassFiles;
import dev.holdfast.analysis.configuration.ConfigurationFile;
import dev.holdfast.catalog.ShippedStubs;
import dev.holdfast.catalog.StubSource;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import edu.umd.cs.findbugs.classfile.ResourceNotFoundException;
import edu.umd.cs.findbugs.classfile.analysis.ClassData;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The class files SpotBugs itself would read, from its cache where it still has them. */
final class AnalysedClassPath implements ClassFiles {
  private static final String SUFFIX = ".class";

  private final IAnalysisCache cache;
  private Map<String, SortedSet<String>> packages;

  AnalysedClassPath(IAnalysisCache cache) {
    this.cache = cache;
  }

  @Override
  public byte[] find(String binaryName) throws IOException {
    byte[] read = cached(binaryName);
    if (read != null) {
      return read;
    }
    ICodeBaseEntry entry = entry(binaryName);
    if (entry == null) {
      return null;
    }
    try (InputStream in = entry.openResource()) {
      return in.readAllBytes();
    }
  }

  @Override
  public List<String> classesIn(String packageName) {
    if (packages == null) {
      packages = new HashMap<>();
      for (String file : cache.getClassPath().getApplicationCodebaseEntries().keySet()) {
        if (file.endsWith(SUFFIX)) {
          String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
          String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
          packages.computeIfAbsent(owner, key -> new TreeSet<>()).add(name);
        }
      }
    }
    return List.copyOf(packages.getOrDefault(packageName, Collections.emptySortedSet()));
  }

  private byte[] cached(String binaryName) {
    ClassDescriptor type = DescriptorFactory.createClassDescriptorFromDottedClassName(binaryName);
    try {
      ClassData read = cache.probeClassAnalysis(ClassData.class, type);
      return read == null ? null : read.getData();
    } catch (ClassCastException e) {
      // the cache also keeps why it has no data of a class
      return null;
    }
  }

  /** Whether the class is one that SpotBugs was asked to analyse. */
  boolean isApplicationClass(String binaryName) {
    ICodeBaseEntry entry = entry(binaryName);
    return entry != null && entry.getCodeBase().isApplicationCodeBase();
  }

  /** What the project of the analysed classes has set: the nearest file above any of them. */
  ConfigurationFile configurationFile() {
    Iterator<? extends ICodeBase> codeBases = cache.getClassPath().appCodeBaseIterator();
    ConfigurationFile found = ConfigurationFile.NONE;
    while (found.equals(ConfigurationFile.NONE) && codeBases.hasNext()) {
      found = ConfigurationFile.above(new File(codeBases.next().getPathName()).toURI());
    }
    return found;
  }

  /** The stubs that the analysed jars and their libraries ship for themselves. */
  List<StubSource> shippedStubs() {
    List<StubSource> found = new ArrayList<>();
    Consumer<ICodeBase> read =
        codeBase -> {
          ICodeBaseEntry stubs = codeBase.lookupResource(ShippedStubs.RESOURCE);
          if (stubs != null) {
            found.add(ShippedStubs.read(codeBase.getPathName(), stubs::openResource));
          }
        };
    cache.getClassPath().appCodeBaseIterator().forEachRemaining(read);
    cache.getClassPath().auxCodeBaseIterator().forEachRemaining(read);
    return found;
  }

  private ICodeBaseEntry entry(String binaryName) {
    try {
      return cache.getClassPath().lookupResource(binaryName.replace('.', '/') + SUFFIX);
    } catch (ResourceNotFoundException e) {
      return null;
    }
  }
}
