package dev.holdfast.exam;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

public class ComplaintServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int MAX_BODY = 32 * 1024;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern ORDER = Pattern.compile("[0-9]{8,12}");

  record Complaint(String order, String text) {}

  private transient ThreadPoolExecutor classifiers;

  @Override
  public void init() {
    classifiers = new ThreadPoolExecutor(4, 4, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(40));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    Complaint complaint = MAPPER.readValue(body, Complaint.class);
    if (complaint.order() == null || !ORDER.matcher(complaint.order()).matches()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      Future<String> topic = classifiers.submit(() -> classify(complaint.text()));
      response.getWriter().write(topic.get(2, TimeUnit.SECONDS));
    } catch (RejectedExecutionException | TimeoutException | ExecutionException e) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static String classify(String text) {
    return text != null && text.contains("late") ? "delivery" : "other";
  }

  @Override
  public void destroy() {
    classifiers.shutdownNow();
  }
}
