package dev.holdfast.exam;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class OrderExportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  public interface Exporter {
    byte[] export(long orderId) throws IOException;
  }

  private transient ExecutorService exportPool;
  private transient Exporter exporter;

  @Override
  public void init() {
    exportPool = (ExecutorService) getServletContext().getAttribute("export.pool");
    exporter = (Exporter) getServletContext().getAttribute("export.exporter");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    long orderId = Long.parseLong(request.getParameter("order"));
    Future<byte[]> document = exportPool.submit(() -> exporter.export(orderId));
    try {
      byte[] bytes = document.get(); // expect: UnboundedWait
      response.setContentType("application/pdf");
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (ExecutionException e) {
      throw new ServletException("export of order " + orderId + " failed", e.getCause());
    }
  }
}
