package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import java.io.Serializable;

/** Makes a writer's {@link RefusedRowHandler} where the writer runs. */
interface RefusedRowHandlerFactory<T> extends Serializable {
  RefusedRowHandler<T> create(Client client, DeliveryMetrics metrics);
}
