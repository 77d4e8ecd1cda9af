/** Sentences as a quality officer writes them; each is said once, so that order can be checked. */
const SUBJECTS = [
  'Dây chuyền may công nghiệp của công ty',
  'Tổ kiểm tra chất lượng đầu vào',
  'Xưởng đúc số hai tại khu công nghiệp Nomura',
  'Phòng kỹ thuật phối hợp với viện nghiên cứu',
  'Hệ thống quản lý theo ISO 9001:2015',
  'Kho vật tư đặt tại phường Hùng Vương',
];
const ACTIONS = [
  'đã giảm tỷ lệ sản phẩm lỗi từ 6,8% xuống còn 3,1% sau ba tháng áp dụng thử',
  'ghi nhận thời gian dừng máy trung bình 42 phút mỗi ca làm việc',
  'cần được số hoá để truy xuất nguồn gốc từng lô hàng xuất khẩu',
  'chưa có thiết bị đo độ nhám bề mặt đạt chuẩn phòng thử nghiệm',
  'tiết kiệm được khoảng 1.250 kWh điện mỗi tháng nhờ biến tần',
  'bảo đảm năng suất lao động tăng ít nhất 15% so với năm trước',
];
const ENDS = [
  'theo biên bản nghiệm thu nội bộ',
  'và được khách hàng Nhật Bản xác nhận',
  'phù hợp với định hướng của thành phố Hải Phòng',
  'góp phần nâng cao sức cạnh tranh của doanh nghiệp',
  'trong điều kiện sản xuất thực tế',
];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** The `index`-th sentence; no two are alike, each carries its number. */
export const sentence = (index: number): string =>
  `${pick(SUBJECTS, index)} ${pick(ACTIONS, Math.floor(index / 2))} ${pick(ENDS, index)} (mục ${index + 1}).`;

/** Paragraphs of `size` sentences each, from the `first` sentence on. */
export const paragraphs = (first: number, count: number, size = 4): string[] =>
  Array.from({ length: count }, (_, paragraph) =>
    Array.from({ length: size }, (_unused, at) => sentence(first + paragraph * size + at)).join(
      ' ',
    ),
  );
