#!/usr/bin/env python3
"""Speaks Open311 GeoReport v2 with PyPI's client `three`, and reads the XML.

    open311.py BASE_URL TOKEN

TOKEN is of a caller that may push work orders. Exits with what failed first.
"""
import itertools
import json
import sys
import urllib.request
import xml.etree.ElementTree as ElementTree

# The client was written for Python 2, and needs no more than this of it.
itertools.ifilter = filter
import three  # noqa: E402

BASE, TOKEN = sys.argv[1].rstrip("/") + "/open311/v2", sys.argv[2]
city = three.Three(BASE, api_key=TOKEN)


def check(condition, what):
    if not condition:
        sys.exit(f"open311: {what}")


def read(path):
    """An XML answer, parsed; of the key by header, which the standard leaves open."""
    request = urllib.request.Request(f"{BASE}/{path}", headers={"Authorization": "Bearer " + TOKEN})
    with urllib.request.urlopen(request) as answer:
        check(answer.headers["Content-Type"].startswith("text/xml"), f"{path} is {answer.headers['Content-Type']}")
        return ElementTree.parse(answer).getroot()


endpoint = city.discovery()["endpoints"][0]
check(endpoint["url"] == BASE and "text/xml" in endpoint["formats"], f"discovery says {endpoint}")
check(three.Three(endpoint["url"]).services(), "no services at the endpoint that discovery names")

services = city.services()
code = next(x["service_code"] for x in services if x["service_name"] and x["type"] == "realtime")
definition = city.services(code)
check(definition["service_code"] == code and definition["attributes"][0]["values"], f"definition is {definition}")

text = "楼下 <b>烧烤</b> & 占道，请回电13800001234"
fields = dict(description=text, address="不存在路1号", name="Ann Lee", phone="13800001234", lat="31.2134", long="121.4671")
posted = city.post(code, external_id="three-1", **{"attribute[kind]": "complaint"}, **fields)
check(city.post_response.status_code == 201, f"post answered {city.post_response.status_code}: {posted}")
id = posted[0]["service_request_id"]
again = city.post(code, external_id="three-1", **{"attribute[kind]": "complaint"}, **fields)
check(city.post_response.status_code == 200 and again[0]["service_request_id"] == id, f"the same again made {again}")
check(city.token(id, api_key=TOKEN)[0]["service_request_id"] == id, "the token does not lead to the request")

request = city.request(id, api_key=TOKEN)[0]
check(request["status"] == "open" and request["lat"] == 31.2134, f"the request is {request}")
check("13800001234" not in json.dumps(request) and "Lee" not in json.dumps(request), f"the request tells who: {request}")
check(id in [x["service_request_id"] for x in city.requests(api_key=TOKEN, count=5)], "the list has no such request")
check(not city.requests(api_key=TOKEN, status="closed", service_request_id="0"), "a request that is not there")
check(len(city.requests(api_key=TOKEN, between=["11-01-2020", "11-02-2020"])) == 0, "requests of another time")
check(city.requests(api_key=TOKEN, service_code="nosuch") == [], "requests of a service that is not there")

refusal = three.Three(BASE, api_key="wrong").post(code, **fields)
check(refusal[0]["code"] == 403 and refusal[0]["description"], f"a wrong key is told {refusal}")

check(len(read("services.xml").findall("service")) == len(services), "services in XML are others")
check(read(f"services/{code}.xml").findtext("attributes/attribute/code") == "kind", "definition in XML")
check(read("discovery.xml").findtext("endpoints/endpoint/url") == BASE, "discovery in XML")
told = read(f"requests/{id}.xml").find("request")
check(told.findtext("description") == request["description"] and "<b>" in told.findtext("description"), "text in XML")
check(read("requests.xml?page_size=7").findall("request"), "no requests in XML")
check(read(f"servicerequestupdates.xml?service_request_id={id}").findall("request_update"), "no updates in XML")
print(f"open311: {len(services)} services, request {id}, ok")
