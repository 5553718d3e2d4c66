package dev.holdfast.exam;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class RateLimitFilter implements Filter {

  private static final Map<String, Window> WINDOWS = new ConcurrentHashMap<>();
  private static final int PER_SECOND = 40;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Window window =
        WINDOWS.computeIfAbsent( // expect: EverGrowingMap
            request.getRemoteAddr(), address -> new Window());
    if (window.tryAcquire(System.nanoTime())) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(429);
    }
  }

  private static final class Window {

    private long start;
    private int used;

    synchronized boolean tryAcquire(long now) {
      if (now - start > 1_000_000_000L) {
        start = now;
        used = 0;
      }
      return ++used <= PER_SECOND;
    }
  }
}
