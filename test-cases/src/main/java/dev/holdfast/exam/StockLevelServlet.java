package dev.holdfast.exam;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class StockLevelServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(StockLevelServlet.class);
  private static final Set<String> WAREHOUSES = Set.of("HAM", "MUC", "LEJ", "CGN");
  private static final Map<String, Integer> LEVELS = new HashMap<>();

  private transient ExecutorService announcements;

  @Override
  public void init() {
    announcements = Executors.newFixedThreadPool(2); // possible: UnboundedExecutorQueue
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String warehouse = request.getParameter("warehouse");
    if (warehouse == null || !WAREHOUSES.contains(warehouse)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    int level = Integer.parseInt(request.getParameter("level"));
    LEVELS.put(warehouse, level); // expect: UnsafeSharedMap
    announcements.execute(() -> log.info("stock of {} is now {}", warehouse, level));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Integer level = LEVELS.get(request.getParameter("warehouse"));
    response.setContentType("text/plain");
    response.getWriter().print(level == null ? "unknown" : level.toString());
  }

  @Override
  public void destroy() {
    announcements.shutdownNow();
  }
}
