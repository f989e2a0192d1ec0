package org.counterfoil.query.sales;

import javax.sql.DataSource;

/**
 * Where the read model of sales is kept.
 *
 * @param dataSource connects as the role that owns the schema {@code sales}, and no other's
 */
public record SalesTables(DataSource dataSource) {}
