package io.twinlane.jobs.compute;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;

/**
 * Uids of a planned query's operators. Flink makes them from plan nodes, which it counts on from plan to plan of one process; here they
 * are counted from 1 for each query, so that the same query finds its state again wherever and whenever it is planned. Writing the plan as
 * JSON and reading it back would do the same, but Flink cannot read every plan that it writes (STDDEV_POP).
 */
final class OperatorUids {
  private static final Pattern OF_NODE = Pattern.compile("(\\d+)_(.+)");
  private static final Pattern NODE_IN_NAME = Pattern.compile("\\[(\\d+)](?=$|:)");

  private final Map<String, Integer> counted = new HashMap<>();

  private OperatorUids() {}

  /** Counts the nodes of these sinks and of all that leads to them, in the order in which the planner made their operators. */
  static void countFromOne(List<Transformation<?>> sinks) {
    OperatorUids uids = new OperatorUids();
    operators(sinks).forEach(uids::rename);
  }

  static List<Transformation<?>> operators(List<Transformation<?>> sinks) {
    return sinks.stream().<Transformation<?>>flatMap(sink -> sink.getTransitivePredecessors().stream()).distinct()
        .filter(PhysicalTransformation.class::isInstance).sorted(Comparator.comparingInt(Transformation::getId)).toList();
  }

  private void rename(Transformation<?> operator) {
    Matcher uid = OF_NODE.matcher(operator.getUid() == null ? "" : operator.getUid());
    if (uid.matches()) {
      operator.setUid(count(uid.group(1)) + "_" + uid.group(2));
    } else {
      nameByNode(operator);
    }
    operator.setName(renamed(operator.getName()));
    if (operator.getDescription() != null) {
      operator.setDescription(renamed(operator.getDescription()));
    }
  }

  /** A table function has the uid that the query calls it by; rows that stand in the query itself (VALUES) have none. */
  private void nameByNode(Transformation<?> operator) {
    int place = count(node(operator));
    if (operator.getUid() == null) {
      operator.setUid(place + "_values");
    }
  }

  private static String node(Transformation<?> operator) {
    Matcher name = NODE_IN_NAME.matcher(operator.getName());
    return name.find() ? name.group(1) : operator.getName();
  }

  private int count(String node) {
    return counted.computeIfAbsent(node, fresh -> counted.size() + 1);
  }

  /** Operators are called by their node, too: {@code Calc[12]}. */
  private String renamed(String text) {
    return NODE_IN_NAME.matcher(text).replaceFirst(name -> "[" + counted.getOrDefault(name.group(1), Integer.valueOf(name.group(1))) + "]");
  }
}
