package dev.holdfast.cases.incidents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.holdfast.cases.loopback.Allocation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/**
 * An API gateway spent 38 % of its allocated bytes on trees of untyped maps.
 *
 * <p>Every request body became a map of maps, although the gateway needs four fields of it. Parsing
 * into pooled maps was to help: the allocation rate fell from 89 to 14 MB/s and the longest pauses
 * from 12.4 to 3.1 ms at 5,000 requests a second of 2 KB each. But a pool has rules of its own, and
 * the first version broke two: a body that does not parse cost the pool a map for good, and a map
 * that was handed to the caller went back to the pool as well, so that two requests shared it.
 */
public final class MapHeavyGateway {
  private MapHeavyGateway() {}

  /** Trees of maps, pooled badly. */
  static final class Before {
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectPool<Map<String, Object>> pool;

    Before(ObjectPool<Map<String, Object>> pool) {
      this.pool = pool;
    }

    /** Where the order is shipped to, which decides the backend. */
    @SuppressWarnings("unchecked")
    String city(String body) throws JsonProcessingException {
      Map<String, Object> order = json.readValue(body, new TypeReference<>() {});
      Map<String, Object> customer = (Map<String, Object>) order.get("customer");
      Map<String, Object> address = (Map<String, Object>) customer.get("address");
      return (String) address.get("city"); // expect: DeeplyNestedMapAccess
    }

    int countFields(String body) throws Exception {
      Map<String, Object> fields = pool.borrowObject(); // expect: PooledObjectNotReturned
      json.readerForUpdating(fields).readValue(body);
      int count = fields.size();
      pool.returnObject(fields);
      return count;
    }

    Map<String, Object> fields(String body) throws Exception {
      Map<String, Object> fields = pool.borrowObject();
      try {
        json.readerForUpdating(fields).readValue(body);
        return fields; // expect: PooledObjectEscapes
      } finally {
        pool.returnObject(fields);
      }
    }
  }

  /** A record for what is needed; the pool only where nothing is known of the body. */
  static final class After {
    private static final ObjectMapper JSON =
        new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final ObjectReader ORDERS =
        JSON.readerFor(Order.class).with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private final ObjectPool<Map<String, Object>> pool;

    After(ObjectPool<Map<String, Object>> pool) {
      this.pool = pool;
    }

    String city(String body) throws BadBody {
      try {
        Order order = ORDERS.readValue(body);
        return order.customer().address().city();
      } catch (JsonProcessingException e) {
        throw new BadBody(e);
      }
    }

    int countFields(String body) throws Exception {
      return withFields(body, Map::size);
    }

    /** The map is lent for the length of the call: what must outlive it, the reader copies out. */
    private int withFields(String body, ToIntFunction<Map<String, Object>> reader)
        throws Exception {
      Map<String, Object> fields = pool.borrowObject();
      try {
        JSON.readerForUpdating(fields).readValue(body);
        return reader.applyAsInt(fields);
      } catch (JsonProcessingException e) {
        throw new BadBody(e);
      } finally {
        pool.returnObject(fields);
      }
    }

    record Order(String id, Customer customer) {}

    record Customer(String name, Address address) {}

    record Address(String city) {}
  }

  /** A body the client must mend: says which field and where, in the words of the parser. */
  static final class BadBody extends Exception {
    private static final long serialVersionUID = 1L;

    BadBody(JsonProcessingException cause) {
      super(path(cause) + cause.getOriginalMessage() + position(cause), cause);
    }

    private static String path(JsonProcessingException cause) {
      return cause instanceof JsonMappingException mapping ? mapping.getPathReference() + ": " : "";
    }

    private static String position(JsonProcessingException cause) {
      var location = cause.getLocation();
      return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
  }

  /** Parses, breaks and shares on both sides. */
  public static Figures reproduce() throws Exception {
    String body = body("{\"name\": \"Ann\", \"address\": {\"city\": \"Bergen\"}}");
    String broken = body("\"Ann\"");
    try (var pool = Maps.pool(4);
        var mendedPool = Maps.pool(4)) {
      Before before = new Before(pool);
      After after = new After(mendedPool);
      long bytesBefore = Allocation.perCall(500, () -> before.city(body));
      long bytesAfter = Allocation.perCall(500, () -> after.city(body));
      String complaintBefore = Allocation.complaint(() -> before.city(broken));
      String complaintAfter = Allocation.complaint(() -> after.city(broken));
      Object firstId = idSeenByTheFirst(before, pool);
      for (int i = 0; i < 3; i++) {
        Allocation.complaint(() -> before.countFields("{\"id\": "));
        Allocation.complaint(() -> after.countFields("{\"id\": "));
      }
      return new Figures(
          bytesBefore,
          bytesAfter,
          complaintBefore,
          complaintAfter,
          firstId,
          pool.getNumActive(),
          mendedPool.getNumActive());
    }
  }

  /** What the first request reads while a second one has borrowed a map. */
  private static Object idSeenByTheFirst(Before before, ObjectPool<Map<String, Object>> pool)
      throws Exception {
    Map<String, Object> first = before.fields("{\"id\": 1}");
    Map<String, Object> second = pool.borrowObject();
    try {
      second.put("id", 2);
      return first.get("id");
    } finally {
      pool.returnObject(second);
    }
  }

  /** About 2 KB, of which the gateway needs one city. */
  private static String body(String customer) {
    StringBuilder body = new StringBuilder("{\n  \"id\": \"o-1\",\n  \"customer\": ");
    body.append(customer);
    for (int i = 0; i < 40; i++) {
      body.append(",\n  \"item_").append(i).append("\": {\"sku\": \"s-").append(i);
      body.append("\", \"amount\": ").append(i).append('}');
    }
    return body.append("\n}").toString();
  }

  /**
   * What {@link #reproduce()} measured.
   *
   * @param bytesBefore bytes allocated for one body parsed to a tree
   * @param bytesAfter the same for a record
   * @param complaintBefore what a malformed body gives with a tree
   * @param complaintAfter the same with a record
   * @param firstIdBefore what the first request reads in its map once a second has borrowed one
   * @param lostMapsBefore maps missing from the pool after three malformed bodies
   * @param lostMapsAfter the same with the mended pool
   */
  public record Figures(
      long bytesBefore,
      long bytesAfter,
      String complaintBefore,
      String complaintAfter,
      Object firstIdBefore,
      int lostMapsBefore,
      int lostMapsAfter) {}

  /** Clean maps, all of one size: cleared on the way back, dropped when they have grown. */
  static final class Maps extends BasePooledObjectFactory<Map<String, Object>> {
    static final int MOST_FIELDS = 64;

    static GenericObjectPool<Map<String, Object>> pool(int size) {
      GenericObjectPoolConfig<Map<String, Object>> config = new GenericObjectPoolConfig<>();
      config.setMaxTotal(size);
      config.setMaxWait(Duration.ofMillis(50));
      config.setTestOnReturn(true);
      return new GenericObjectPool<>(new Maps(), config);
    }

    @Override
    public Map<String, Object> create() {
      return new HashMap<>(2 * MOST_FIELDS);
    }

    @Override
    public PooledObject<Map<String, Object>> wrap(Map<String, Object> map) {
      return new DefaultPooledObject<>(map);
    }

    /** A map that was large keeps its table for ever; such a one is not taken back. */
    @Override
    public boolean validateObject(PooledObject<Map<String, Object>> pooled) {
      return pooled.getObject().size() <= MOST_FIELDS;
    }

    @Override
    public void passivateObject(PooledObject<Map<String, Object>> pooled) {
      pooled.getObject().clear();
    }
  }
}
