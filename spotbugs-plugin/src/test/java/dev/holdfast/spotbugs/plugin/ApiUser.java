package dev.holdfast.spotbugs.plugin;

import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.File;

/** A program that calls SpotBugs with the plugin: takes its jar and a folder of classes. */
public final class ApiUser {
  private ApiUser() {}

  public static void main(String[] arguments) throws Exception {
    DetectorFactoryCollection detectors = DetectorFactoryCollection.instance();
    Project project = new Project();
    Plugin.loadCustomPlugin(new File(arguments[0]), project);
    project.addFile(arguments[1]);
    BugCollectionBugReporter reporter = new BugCollectionBugReporter(project);
    reporter.setPriorityThreshold(Priorities.NORMAL_PRIORITY);
    try (FindBugs2 engine = new FindBugs2()) {
      engine.setProject(project);
      engine.setBugReporter(reporter);
      engine.setDetectorFactoryCollection(detectors);
      engine.setUserPreferences(UserPreferences.createDefaultUserPreferences());
      engine.finishSettings();
      engine.execute();
    }
    for (BugInstance bug : reporter.getBugCollection()) {
      System.out.println(
          "bug " + bug.getType() + " " + bug.getPrimarySourceLineAnnotation().getStartLine());
    }
  }
}
