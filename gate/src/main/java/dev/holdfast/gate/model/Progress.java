package dev.holdfast.gate.model;

/** Tells an impatient person what a scan is doing. */
public interface Progress {
  Progress NONE = text -> {};

  void show(String text);
}
