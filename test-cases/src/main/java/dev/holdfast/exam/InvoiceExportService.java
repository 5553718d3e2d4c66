package dev.holdfast.exam;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class InvoiceExportService {

  public record Invoice(String number, String debtor, long cents) {}

  private final CsvExportBuilder builder;

  public InvoiceExportService(CsvExportBuilder builder) {
    this.builder = builder; // possible: ShorterLivedCaptured
  }

  public String export(List<Invoice> invoices) {
    builder.row("number", "debtor", "amount");
    for (Invoice invoice : invoices) {
      builder.row(invoice.number(), invoice.debtor(), amount(invoice));
    }
    return builder.build();
  }

  private static String amount(Invoice invoice) {
    return String.format("%d.%02d", invoice.cents() / 100, invoice.cents() % 100);
  }
}
