package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.pool2.ObjectPool;

/** Content digests for the document store. */
public class DigestService {

  private final ObjectPool<MessageDigest> digests;

  public DigestService(ObjectPool<MessageDigest> digests) {
    this.digests = digests;
  }

  public String digest(byte[] content) throws Exception {
    MessageDigest digest = digests.borrowObject();
    digest.update(content);
    digests.returnObject(digest);
    return HexFormat.of().formatHex(digest.digest()); // expect: PooledObjectUsedAfterReturn
  }

  public String digest(InputStream content) throws Exception {
    MessageDigest digest = digests.borrowObject();
    try {
      return HexFormat.of().formatHex(consume(content, digest));
    } catch (IOException e) {
      digests.invalidateObject(digest);
      throw e;
    } finally {
      digests.returnObject(digest); // expect: PooledObjectReturnedTwice
    }
  }

  private static byte[] consume(InputStream content, MessageDigest digest) throws IOException {
    byte[] chunk = new byte[8_192];
    for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
      digest.update(chunk, 0, n);
    }
    return digest.digest();
  }
}
