package dev.holdfast.exam;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Asks all suppliers at once and keeps what arrives in time. */
public class SupplierPriceAggregator {

  public interface Supplier {
    String name();

    BigDecimal price(String sku);
  }

  private final List<Supplier> suppliers;
  private final Executor workers;

  public SupplierPriceAggregator(List<Supplier> suppliers, Executor workers) {
    this.suppliers = List.copyOf(suppliers);
    this.workers = workers;
  }

  public Map<String, BigDecimal> prices(String sku) throws InterruptedException {
    Map<String, BigDecimal> offers = new HashMap<>();
    CountDownLatch pending = new CountDownLatch(suppliers.size());
    for (Supplier supplier : suppliers) {
      workers.execute(
          () -> {
            try {
              offers.put(supplier.name(), supplier.price(sku)); // possible: UnsafeSharedMap
            } finally {
              pending.countDown();
            }
          });
    }
    if (!pending.await(800, TimeUnit.MILLISECONDS)) {
      offers.putIfAbsent("list", BigDecimal.ZERO);
    }
    return offers;
  }
}
