package org.papermap.viz.internal.page;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks that records which were read from a file are whole: a value that the file leaves out is
/// null, where the code relies on there being one.
public final class WholeRecords {
  private WholeRecords() {}

  /// Requires that no component is null that may not be, nor one of a record in it, or an element
  /// of a list or a map.
  ///
  /// @return the same
  /// @throws IllegalArgumentException if one is; the message names it
  public static <T> T require(@Nullable T value) {
    return required("", value);
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("no " + (name.isEmpty() ? "value" : name));
    }
    switch (value) {
      case Record whole -> {
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
          requireComponent(whole, component);
        }
      }
      case Collection<?> elements -> elements.forEach(it -> required("element of " + name, it));
      case Map<?, ?> entries -> entries.values().forEach(it -> required("value in " + name, it));
      default -> {}
    }
    return value;
  }

  private static void requireComponent(Record whole, RecordComponent component) {
    if (component.getType().isPrimitive()) {
      return;
    }
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Object value;
    try {
      component.getAccessor().setAccessible(true);
      value = component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(component.getName() + " cannot be read", e);
    }
    if (value != null || !nullable) {
      required(component.getName(), value);
    }
  }
}
