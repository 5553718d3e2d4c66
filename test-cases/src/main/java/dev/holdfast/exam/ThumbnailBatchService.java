package dev.holdfast.exam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Renders the thumbnails of one product gallery in parallel. */
public class ThumbnailBatchService {

  public interface Scaler {
    Path scale(Path original, int width) throws Exception;
  }

  private final Scaler scaler;

  public ThumbnailBatchService(Scaler scaler) {
    this.scaler = scaler;
  }

  public int renderGallery(List<Path> originals, int width) throws InterruptedException {
    List<Callable<Path>> jobs = jobs(originals, width);
    ExecutorService workers = Executors.newFixedThreadPool(4); // expect: UnclosedResource
    List<Future<Path>> results = workers.invokeAll(jobs, 2, TimeUnit.MINUTES);
    int finished = 0;
    for (Future<Path> result : results) {
      if (!result.isCancelled()) {
        finished++;
      }
    }
    return finished;
  }

  private List<Callable<Path>> jobs(List<Path> originals, int width) {
    List<Callable<Path>> jobs = new ArrayList<>(originals.size());
    for (Path original : originals) {
      jobs.add(() -> scaler.scale(original, width));
    }
    return jobs;
  }
}
