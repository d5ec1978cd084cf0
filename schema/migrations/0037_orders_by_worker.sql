-- Orders that somebody has taken, or was called in for, by name.
CREATE INDEX work_orders_worker ON work_orders (worker) WHERE worker IS NOT NULL;
CREATE INDEX work_order_assists_worker ON work_order_assists (worker) WHERE worker <> '';
