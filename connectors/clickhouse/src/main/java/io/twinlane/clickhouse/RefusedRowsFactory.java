package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import java.io.Serializable;

/** Makes a writer's {@link RefusedRows} where the writer runs. */
interface RefusedRowsFactory<T> extends Serializable {
  RefusedRows<T> create(Client client, DeliveryMetrics metrics);
}
