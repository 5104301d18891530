/** How raw messages and category rows enter and leave Kafka; codecs, SQL tables and replay stand in packages of their own. */
package io.twinlane.kafka;
