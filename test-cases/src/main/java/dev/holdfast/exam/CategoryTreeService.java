package dev.holdfast.exam;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Publishes the category tree of the shop. */
public class CategoryTreeService {

  public static final class Code {

    private final String value;

    public Code(String value) {
      this.value = value;
    }

    @JsonValue
    public String value() {
      return value;
    }
  }

  public static final class Category {

    @JsonProperty private final Code code;
    @JsonBackReference private Category parent;
    @JsonManagedReference private final List<Category> children = new ArrayList<>();

    public Category(Code code) {
      this.code = code;
    }

    public Category add(Category child) {
      child.parent = this;
      children.add(child);
      return this;
    }
  }

  public interface Channel {
    void send(String json) throws IOException;
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MAX_ATTEMPTS = 4;

  private final Channel channel;

  public CategoryTreeService(Channel channel) {
    this.channel = channel;
  }

  public void publish(Category root) throws IOException, InterruptedException {
    send(toJson(root), 1);
  }

  private static String toJson(Category root) throws JsonProcessingException {
    return MAPPER.writeValueAsString(root);
  }

  private void send(String json, int attempt) throws IOException, InterruptedException {
    try {
      channel.send(json);
    } catch (IOException e) {
      if (attempt >= MAX_ATTEMPTS) {
        throw e;
      }
      Thread.sleep(200L * attempt);
      send(json, attempt + 1);
    }
  }
}
