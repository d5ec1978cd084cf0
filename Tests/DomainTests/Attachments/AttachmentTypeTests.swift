import FilterLanguage
import Testing
import Registry

@Suite struct AttachmentTypeTests {
  @Test(arguments: [
    ("照片.jpg", "照片.jpg"), ("照片.JPEG", "照片.JPEG"), ("照片.html", "照片.html.jpg"), ("照片", "照片.jpg"), ("jpg", "jpg.jpg"),
    ("a.jpg.exe", "a.jpg.exe.jpg"), ("a.jpg.", "a.jpg..jpg"), ("a.svg ", "a.svg .jpg"),
  ])
  func name_endsAsTheContentIs(_ name: String, _ fitting: String) {
    #expect(AttachmentType.jpeg.fitting(name) == fitting)
  }
}
