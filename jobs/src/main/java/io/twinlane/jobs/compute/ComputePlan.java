package io.twinlane.jobs.compute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.TableEnvironment;

/**
 * Compiles an INSERT to a plan. Operator uids come from the plan's node ids, and Flink counts those on from plan to plan of one process:
 * here they are counted from 1 for each plan, so that the same query has the same uids wherever it is compiled.
 */
final class ComputePlan {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ComputePlan() {}

  static CompiledPlan compile(TableEnvironment tables, String insert) {
    String plan = tables.compilePlanSql(insert).asJsonString();
    try {
      return tables.loadPlan(PlanReference.fromJsonString(countedFromOne(plan)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read the plan that Flink made: " + e.getMessage(), e);
    }
  }

  private static String countedFromOne(String plan) throws JsonProcessingException {
    JsonNode root = JSON.readTree(plan);
    Map<Integer, Integer> ids = new HashMap<>();
    root.get("nodes").forEach(node -> ids.put(node.get("id").asInt(), ids.size() + 1));
    root.get("nodes").forEach(node -> renumber(node, "id", ids));
    root.get("edges").forEach(edge -> {
      renumber(edge, "source", ids);
      renumber(edge, "target", ids);
    });
    return JSON.writeValueAsString(root);
  }

  private static void renumber(JsonNode node, String key, Map<Integer, Integer> ids) {
    ((ObjectNode) node).put(key, ids.get(node.get(key).asInt()));
  }
}
