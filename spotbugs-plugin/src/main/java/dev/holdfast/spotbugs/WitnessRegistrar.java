package dev.holdfast.spotbugs;

import edu.umd.cs.findbugs.SystemProperties;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import edu.umd.cs.findbugs.classfile.IAnalysisEngineRegistrar;
import edu.umd.cs.findbugs.classfile.IDatabaseFactory;
import java.util.Properties;

/** Gives each run of SpotBugs a witness of its own, made when a detector first asks. */
public final class WitnessRegistrar implements IAnalysisEngineRegistrar {
  @Override
  public void registerAnalysisEngines(IAnalysisCache cache) {
    new Factory(cache).registerWith(cache);
  }

  private record Factory(IAnalysisCache cache) implements IDatabaseFactory<BytecodeWitness> {
    @Override
    public BytecodeWitness createDatabase() {
      Properties properties = new Properties();
      properties.putAll(System.getProperties());
      properties.putAll(SystemProperties.getLocalProperties());
      return new BytecodeWitness(cache, properties);
    }

    @Override
    public void registerWith(IAnalysisCache analysisCache) {
      analysisCache.registerDatabaseFactory(BytecodeWitness.class, this);
    }
  }
}
