package dev.holdfast.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class LabelScanService {

  private static final Logger log = LoggerFactory.getLogger(LabelScanService.class);

  private final BarcodeReaders readers;

  public LabelScanService(BarcodeReaders readers) {
    this.readers = readers;
  }

  public Optional<String> parcelNumber(byte[] image) throws Exception {
    BarcodeReaders.Reader reader = readers.acquire(); // expect: PooledObjectNotReturned
    String code = reader.decode(image);
    if (code == null || !code.startsWith("P-")) {
      log.info("label is not a parcel label: {}", code);
      return Optional.empty();
    }
    readers.release(reader);
    return Optional.of(code.substring(2));
  }

  public List<String> manifest(List<byte[]> images) throws Exception {
    List<String> codes = new ArrayList<>(images.size());
    BarcodeReaders.Reader reader = readers.acquire();
    try {
      for (byte[] image : images) {
        codes.add(reader.decode(image));
      }
      finish(reader, codes.size());
      return codes;
    } finally {
      readers.release(reader); // expect: PooledObjectReturnedTwice
    }
  }

  private void finish(BarcodeReaders.Reader reader, int labels) {
    log.debug("{} labels decoded", labels);
    readers.release(reader);
  }

  public boolean isReturnLabel(byte[] image) throws Exception {
    BarcodeReaders.Reader reader = readers.acquire();
    try {
      String code = reader.decode(image);
      return code != null && code.startsWith("R-");
    } finally {
      readers.release(reader);
    }
  }
}
