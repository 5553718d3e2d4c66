package dev.holdfast.exam;

import java.nio.ByteBuffer;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Data of the request that the current thread works on. */
final class RequestContext {

  private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<ByteBuffer> SCRATCH =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(1_024));
  private static final ThreadLocal<DecimalFormat> AMOUNT =
      ThreadLocal.withInitial(
          () -> new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY)));

  private final String user;

  private RequestContext(String user) {
    this.user = user;
  }

  static void begin(String user) {
    CURRENT.set(new RequestContext(user));
  }

  static void end() {
    CURRENT.remove();
  }

  static String user() {
    RequestContext context = CURRENT.get();
    return context == null ? "system" : context.user;
  }

  static String amount(long cents) {
    return AMOUNT.get().format(cents / 100.0);
  }

  static byte[] key(long account, int period) {
    ByteBuffer buffer = SCRATCH.get();
    buffer.clear();
    buffer.putLong(account).putInt(period).flip();
    byte[] key = new byte[buffer.remaining()];
    buffer.get(key);
    return key;
  }
}
