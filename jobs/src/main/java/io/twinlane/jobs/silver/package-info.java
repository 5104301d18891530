/** The job that makes silver tables from bronze alone, with the streaming lane's normalize function. */
package io.twinlane.jobs.silver;
