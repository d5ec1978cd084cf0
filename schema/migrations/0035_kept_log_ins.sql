-- Log-ins that last for days are bound to a device, by the name that its owner knows it by.
ALTER TABLE tokens ADD COLUMN device_name TEXT;
