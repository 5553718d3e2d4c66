package dev.holdfast.exam;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class ReportingExecutorConfig {

  @Bean(destroyMethod = "shutdown")
  public ExecutorService reportingExecutor() {
    return new ThreadPoolExecutor( // possible: UnboundedExecutorQueue
        4, 32, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("reporting"));
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger counter = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + "-" + counter.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
