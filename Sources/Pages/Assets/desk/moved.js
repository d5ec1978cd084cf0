// The ledgers' old address: what it named is a part of the desk under the same name.
location.replace(`/desk${location.hash || "#ledgers"}`);
