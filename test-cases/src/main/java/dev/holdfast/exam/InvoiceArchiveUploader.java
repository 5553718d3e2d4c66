package dev.holdfast.exam;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.util.Timeout;

/** Pushes signed invoices into the long-term archive. */
public class InvoiceArchiveUploader {

  private final String archiveUrl;

  public InvoiceArchiveUploader(String archiveUrl) {
    this.archiveUrl = archiveUrl;
  }

  public String upload(String invoiceNumber, Path pdf) throws IOException {
    CloseableHttpClient client =
        HttpClients.custom()
            .setDefaultRequestConfig(limits())
            .build(); // expect: UnclosedHttpClient
    HttpPut put = new HttpPut(archiveUrl + "/invoices/" + invoiceNumber);
    put.setEntity(new FileEntity(pdf.toFile(), ContentType.create("application/pdf")));
    String location =
        client.execute(
            put,
            response -> {
              EntityUtils.consume(response.getEntity());
              if (response.getCode() >= 300) {
                throw new IOException(
                    "archive refused " + invoiceNumber + ": " + response.getCode());
              }
              Header header = response.getFirstHeader("Location");
              return header == null ? null : header.getValue();
            });
    client.close();
    return location;
  }

  private static RequestConfig limits() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.ofSeconds(3))
        .setResponseTimeout(Timeout.ofSeconds(30))
        .build();
  }
}
