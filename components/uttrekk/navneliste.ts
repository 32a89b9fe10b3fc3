/** What codes and ids of an order are called, by code. Made on the server, which has the lists. */
export type Navneliste = {
  formaal: Readonly<Record<string, string>>;
  kommuner: Readonly<Record<string, string>>;
  land: Readonly<Record<string, string>>;
  felter: Readonly<Record<string, string>>;
};
