import "./parameters";
import { plain, read, write } from "ts/address";
import { each, equal } from "./check";

const at = (address: string) => {
  const [search, hash] = address.split("#");
  return read({ search, hash: hash ? "#" + hash : "" });
};

for (const address of [
  "",
  "?q=gr%C3%BC%C3%9Fe+%26+more",
  "?kind=event&kind=plan&source=a+b&people=Ann+Lind&organisations=UN&places=Kyiv&tags=x",
  "?since=2022-01-01&until=2022-12-31",
  "?since=-0489-01-01",
  "?known=2022-10-13&lanes=people",
  "?from=2022-01-01&to=2022-06-30",
  "?from=2022-02-24T05%3A30&to=2022-02-24T06%3A00",
  "#e0123456789abcdef",
  "?q=a&kind=denial&from=1900-01-01&to=2000-01-01#e1",
]) {
  test(`${address || "nothing"} is read and written alike`, () => equal(write(at(address)), address));
}

each({
  "a view that ends before it begins": "?from=2022-01-01&to=2021-01-01",
  "days that are none": "?since=yesterday&until=x&known=2022&from=1&to=2",
  "empty values": "?q=&kind=&source=&lanes=",
  "what nobody knows": "?utm_source=x&page=2",
}, (address) => equal(write(at(address)), ""));

test("a choice is plain where nothing is left out, whatever is looked at", () => {
  equal(plain(at("?from=2022-01-01&to=2022-06-30#e1")), true);
  equal([plain(at("?kind=event")), plain(at("?known=2022-01-01")), plain(at("?lanes=kind")), plain(at("?until=2022-01-01"))], [false, false, false, false]);
});

test("a broken hash is taken as it stands", () => equal(at("#%E0%A4%A").id, "%E0%A4%A"));
