package dev.holdfast.cases.edges;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.gson.Gson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Objects that come to an end. */
final class RecursiveSerializationSilent {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Gson GSON = new Gson();

  private RecursiveSerializationSilent() {}

  /** The way back is left out. */
  public static final class Order {
    private final List<Line> lines = new ArrayList<>();

    public List<Line> getLines() {
      return lines;
    }

    public void add(Line line) {
      lines.add(line);
      line.order = this;
    }
  }

  public static final class Line {
    private Order order;

    @JsonIgnore
    public Order getOrder() {
      return order;
    }
  }

  static String ignored(Order order) throws JsonProcessingException {
    return MAPPER.writeValueAsString(order);
  }

  /** Annotated on the field. */
  public static final class Album {
    @JsonManagedReference private final List<Track> tracks = new ArrayList<>();

    public List<Track> getTracks() {
      return tracks;
    }

    public void add(Track track) {
      tracks.add(track);
      track.setAlbum(this);
    }
  }

  public static final class Track {
    @JsonBackReference private Album album;

    public Album getAlbum() {
      return album;
    }

    public void setAlbum(Album album) {
      this.album = album;
    }
  }

  static String references(Album album) throws JsonProcessingException {
    return MAPPER.writeValueAsString(album);
  }

  /** Written once, and by its number from then on. */
  @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
  public static final class Station {
    private Station next;

    public Station getNext() {
      return next;
    }

    public Station getPrevious() {
      return next;
    }

    public void connect(Station station) {
      next = station;
      station.next = this;
    }
  }

  static String numbered(Station station) throws JsonProcessingException {
    return MAPPER.writeValueAsString(station);
  }

  public static final class Author {
    @JsonIgnoreProperties("author")
    public final List<Book> books = new ArrayList<>();

    void write(Book book) {
      books.add(book);
      book.author = this;
    }
  }

  public static final class Book {
    public Author author;
  }

  static String withoutAuthor(Author author) throws JsonProcessingException {
    return MAPPER.writeValueAsString(author);
  }

  /** The way back has no accessor. */
  public static final class Parent {
    private final List<Child> children = new ArrayList<>();

    public List<Child> getChildren() {
      return children;
    }

    void add(Child child) {
      child.parent = this;
      children.add(child);
    }
  }

  public static final class Child {
    private Parent parent;

    boolean isOf(Parent other) {
      return parent == other;
    }
  }

  static String unseen(Parent parent) throws JsonProcessingException {
    return MAPPER.writeValueAsString(parent);
  }

  /** A tree goes down only. */
  public static final class Folder {
    private final List<Folder> folders = new ArrayList<>();

    public List<Folder> getFolders() {
      return folders;
    }
  }

  static String tree(Folder root) throws JsonProcessingException {
    return MAPPER.writeValueAsString(root);
  }

  /** And this one up only. */
  public static final class Frame {
    private Frame outer;

    public Frame getOuter() {
      return outer;
    }

    Frame inside() {
      Frame inner = new Frame();
      inner.outer = this;
      return inner;
    }
  }

  static String chain(Frame frame) throws JsonProcessingException {
    return MAPPER.writeValueAsString(frame);
  }

  /** The field is left out by the language. */
  static final class Node {
    private final List<Edge> edges = new ArrayList<>();

    void add() {
      edges.add(new Edge(this));
    }
  }

  static final class Edge {
    private final transient Node from;

    Edge(Node from) {
      this.from = from;
    }

    boolean isFrom(Node node) {
      return from == node;
    }
  }

  static String skipped(Node node) {
    return GSON.toJson(node);
  }

  /** No serialiser asks for these. */
  public static final class Event {
    private final String name;

    Event(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    public String toJson() throws JsonProcessingException {
      return MAPPER.writeValueAsString(this);
    }

    @JsonIgnore
    public String getJson() throws JsonProcessingException {
      return MAPPER.writeValueAsString(this);
    }

    @Override
    public String toString() {
      try {
        return MAPPER.writeValueAsString(this);
      } catch (JsonProcessingException e) {
        return name;
      }
    }

    static String getText(Event event) throws JsonProcessingException {
      return MAPPER.writeValueAsString(event);
    }
  }

  /** A library that reads fields asks no accessor. */
  public static final class Reading {
    private final double value;

    Reading(double value) {
      this.value = value;
    }

    public double getValue() {
      return value;
    }

    public String getJson() {
      return GSON.toJson(this);
    }
  }

  /** What is written in its place is a part of it. */
  public static final class Amount {
    private final long cents;
    private final Order order;

    Amount(long cents, Order order) {
      this.cents = cents;
      this.order = order;
    }

    @JsonValue
    public String json() throws JsonProcessingException {
      return MAPPER.writeValueAsString(List.of(cents, order.lines.size()));
    }
  }

  /** Writes the parts itself. */
  static final class LineSerializer extends JsonSerializer<Line> {
    @Override
    public void serialize(Line line, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeStartObject();
      json.writeObject(line.order.lines.size());
      json.writeEndObject();
    }
  }

  /** A mapper of its own, which does not know this serialiser. */
  static final class BookSerializer extends JsonSerializer<Book> {
    private final ObjectMapper plain = new ObjectMapper();

    @Override
    public void serialize(Book book, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeRawValue(plain.writeValueAsString(book.author.books.size()));
    }
  }

  /** A view for the outside. */
  record OrderView(int lines) {}

  static String view(Order order) throws JsonProcessingException {
    return MAPPER.writeValueAsString(new OrderView(order.getLines().size()));
  }

  /** What it writes with knows nothing of it, but what others write with does. */
  static final class WeightSerializer extends JsonSerializer<WeightSerializer.Weight> {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper ALL =
        new ObjectMapper()
            .registerModule(
                new SimpleModule("weights").addSerializer(Weight.class, new WeightSerializer()));

    record Weight(long grams) {}

    static String json(Object value) throws JsonProcessingException {
      return ALL.writeValueAsString(value);
    }

    @Override
    public void serialize(Weight weight, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeRawValue(PLAIN.writeValueAsString(weight));
    }
  }
}
