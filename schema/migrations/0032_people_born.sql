-- Whoever was born on a day, by name: a name typed beside a masked one is compared with all whom it may mean.
CREATE INDEX people_born ON people (birth_date, name);
